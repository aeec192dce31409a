package dev.akin.index.lucene.search;

import dev.akin.index.lucene.document.StoredWordCounts;
import dev.akin.index.word.Bm25;
import dev.akin.index.word.QueryTerms;
import dev.akin.index.word.WordCounts;
import java.io.IOException;
import java.util.List;

/// Scores papers by the counts of their words that are stored with them ([WordCounts]). It walks
/// the words of a paper, and looks up each in a table of the query's words. For one thread.
final class CountedWords implements WordCounts.Visitor {
  /// At least so many places in the table for a word. Most words of a paper are not in it, and find
  /// an empty place at once.
  private static final int PLACES = 4;

  private final int mask;

  /// A word is at the first place from its number on that was empty. A place is empty if its word
  /// counts nothing in texts.
  private final int[] numbers;

  private final float[] inTexts;
  private final float[] inTitles;

  private float textNorm;
  private float titleNorm;
  private double score;

  CountedWords(List<QueryTerms.Weighed> words) {
    int places = Integer.highestOneBit(Math.max(1, words.size())) * 2 * PLACES;
    mask = places - 1;
    numbers = new int[places];
    inTexts = new float[places];
    inTitles = new float[places];
    words.forEach(this::add);
  }

  private void add(QueryTerms.Weighed word) {
    int number = WordCounts.number(word.word());
    int place = number & mask;
    while (inTexts[place] != 0) {
      place = (place + 1) & mask;
    }
    numbers[place] = number;
    inTexts[place] = word.inText();
    inTitles[place] = word.inTitle();
  }

  /// The score of a paper; negative if no counts are stored with it.
  ///
  /// @param paper its number in the segment of `counts`
  /// @param norm of its title and abstract
  /// @param normOfTitle of its title
  double score(StoredWordCounts counts, int paper, float norm, float normOfTitle)
      throws IOException {
    textNorm = norm;
    titleNorm = normOfTitle;
    score = 0;
    return counts.forEach(paper, this) ? score : -1;
  }

  @Override
  public void word(int word, int inText, int inTitle) {
    int place = word & mask;
    while (inTexts[place] != 0) {
      if (numbers[place] == word) {
        score += Bm25.score(inTexts[place], inText, textNorm);
        if (inTitle > 0) {
          score += Bm25.score(inTitles[place], inTitle, titleNorm);
        }
        return;
      }
      place = (place + 1) & mask;
    }
  }
}
