package dev.akin.index.search;

import dev.akin.index.document.PaperDocument;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.Similarity.SimScorer;
import org.jspecify.annotations.Nullable;

/// Weighs the words of a text, and scores papers by them:
///
///     Σ weight(word) · (BM25 of title and abstract + ½ BM25 of the title)
///     weight(word) = (1 + ln n) · √idf,  n = twice its count in the title + its count in the abstract
///
/// over the words with the greatest weights, as in Lucene's MoreLikeThis. BM25 has k1 = 1.2 and
/// b = 0.75; idf is ln((N + 1) / (papers with the word + 1)) + 1, where N is the number of papers.
/// Scores are given as shares of the score that the text itself would have as a paper. Formula and
/// numbers were chosen on four test collections (src/docs/relevance.md).
final class WordWeights {
  private static final int MAX_WORDS = 100;
  private static final int STRONGEST = 15;
  private static final double TITLE = 0.5;
  private static final double K1 = 1.2;
  private static final double B = 0.75;

  private final IndexSearcher searcher;
  private final CollectionStatistics texts;
  private final @Nullable CollectionStatistics titles;

  /// @param texts statistics of the field with title and abstract
  /// @param titles statistics of the field with the title; absent if no paper has a title
  WordWeights(
      IndexSearcher searcher, CollectionStatistics texts, @Nullable CollectionStatistics titles) {
    this.searcher = searcher;
    this.texts = texts;
    this.titles = titles;
  }

  /// A word of the text.
  ///
  /// @param inTitle how often it occurs in the title
  /// @param inText how often it occurs in title and abstract
  private record Word(String word, TermStates states, int inTitle, int inText, double weight) {}

  /// Weighs the words of a text.
  ///
  /// @param title the words of the title
  /// @param abstractText the words of the abstract
  /// @param condition what a paper must have to be found; absent if it need not have anything
  QueryTerms.Wording weigh(List<String> title, List<String> abstractText, @Nullable Term condition)
      throws IOException {
    Map<String, Integer> inTitles = count(title);
    Map<String, Integer> inTexts = count(title);
    abstractText.forEach(word -> inTexts.merge(word, 1, Integer::sum));
    List<Word> known = words(inTitles, inTexts);
    List<Word> words = known.subList(0, Math.min(MAX_WORDS, known.size()));
    int length = title.size() + abstractText.size();
    List<QueryTerms.Weighed> all = new ArrayList<>();
    BooleanQuery.Builder strongest = new BooleanQuery.Builder();
    double self = 0;
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      Term inText = new Term(PaperDocument.WORDS, word.word());
      if (i < STRONGEST) {
        Query query = new TermQuery(inText, word.states());
        strongest.add(new BoostQuery(query, (float) word.weight()), Occur.SHOULD);
      }
      all.add(new QueryTerms.Weighed(inText, scorer(texts, word.states(), inText, word.weight())));
      self += word.weight() * bm25(word.states(), texts, word.inText(), length);
      Term inTitle = new Term(PaperDocument.TITLE_WORDS, word.word());
      TermStates states = TermStates.build(searcher, inTitle, true);
      if (titles != null && states.docFreq() > 0) {
        double weight = TITLE * word.weight();
        all.add(new QueryTerms.Weighed(inTitle, scorer(titles, states, inTitle, weight)));
        self += weight * bm25(states, titles, word.inTitle(), title.size());
      }
    }
    return new QueryTerms.Wording(
        strongest.build(), all, self, known(inTitles, inTexts, known), condition);
  }

  private static Map<String, Integer> count(List<String> words) {
    Map<String, Integer> counts = new HashMap<>();
    words.forEach(word -> counts.merge(word, 1, Integer::sum));
    return counts;
  }

  private List<Word> words(Map<String, Integer> inTitle, Map<String, Integer> inText)
      throws IOException {
    List<Word> words = new ArrayList<>();
    for (Map.Entry<String, Integer> entry : inText.entrySet()) {
      Term term = new Term(PaperDocument.WORDS, entry.getKey());
      TermStates states = TermStates.build(searcher, term, true);
      if (states.docFreq() > 0) {
        int title = inTitle.getOrDefault(entry.getKey(), 0);
        double weight = weight(entry.getValue() + title, states.docFreq());
        words.add(new Word(entry.getKey(), states, title, entry.getValue(), weight));
      }
    }
    return words.stream()
        .sorted(Comparator.comparingDouble((Word word) -> -word.weight()).thenComparing(Word::word))
        .toList();
  }

  /// @param count twice its count in the title and its count in the abstract
  /// @param papers how many have the word
  private double weight(int count, int papers) {
    double idf = Math.log((texts.docCount() + 1.0) / (papers + 1.0)) + 1;
    return (1 + Math.log(count)) * Math.sqrt(idf);
  }

  /// The share of the weight of all words that is in words that some paper has.
  private double known(
      Map<String, Integer> inTitle, Map<String, Integer> inText, List<Word> words) {
    double known = words.stream().mapToDouble(Word::weight).sum();
    Set<String> unknown = new HashSet<>(inText.keySet());
    words.forEach(word -> unknown.remove(word.word()));
    double others =
        unknown.stream()
            .mapToDouble(
                word -> weight(inText.getOrDefault(word, 0) + inTitle.getOrDefault(word, 0), 0))
            .sum();
    return known == 0 ? 0 : known / (known + others);
  }

  private SimScorer scorer(CollectionStatistics field, TermStates states, Term term, double weight)
      throws IOException {
    return searcher
        .getSimilarity()
        .scorer(
            (float) weight,
            field,
            searcher.termStatistics(term, states.docFreq(), states.totalTermFreq()));
  }

  /// Lucene's BM25 of a word in a text that is not in the index.
  private static double bm25(TermStates word, CollectionStatistics field, int count, int length) {
    if (word.docFreq() == 0 || count == 0) {
      return 0;
    }
    double papers = word.docFreq();
    double idf = Math.log(1 + (field.docCount() - papers + 0.5) / (papers + 0.5));
    double average = field.sumTotalTermFreq() / (double) field.docCount();
    return idf * count / (count + K1 * (1 - B + B * length / average));
  }
}
