package dev.akin.index.word;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// A text as the words that are indexed of it, for a store that splits texts only at spaces. A word
/// that is left out, such as `the`, is a [#HOLE], so that the others keep their places.
///
/// @param line the words and holes, separated by spaces
/// @param count how many words there are, without holes
///
/// @hidden public for its own room only
public record AnalyzedText(String line, int count) {
  /// The place of a word that is not indexed: a character that no word has.
  public static final String HOLE = "\u0001";

  private static final String FIELD = "words";

  /// The words of a text.
  ///
  /// @param language one of [WordLanguages]
  public static AnalyzedText of(String language, String text) {
    return of(WordLanguages.analyzer(language), text);
  }

  /// The words of a name.
  public static AnalyzedText ofName(String name) {
    return of(Analyzers.NAMES, name);
  }

  private static AnalyzedText of(Analyzer analyzer, String text) {
    List<String> words = new ArrayList<>();
    int count = 0;
    try (TokenStream tokens = analyzer.tokenStream(FIELD, text)) {
      CharTermAttribute word = tokens.addAttribute(CharTermAttribute.class);
      PositionIncrementAttribute step = tokens.addAttribute(PositionIncrementAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        addHoles(words, step.getPositionIncrement() - 1);
        words.add(word.toString());
        count++;
      }
      tokens.end();
      addHoles(words, step.getPositionIncrement());
    } catch (IOException e) {
      throw new IllegalStateException("reading a string cannot fail", e);
    }
    return new AnalyzedText(String.join(" ", words), count);
  }

  private static void addHoles(List<String> words, int count) {
    for (int i = 0; i < count; i++) {
      words.add(HOLE);
    }
  }
}
