package dev.akin.index.word;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// Splits the text of fields into words.
///
/// @hidden public for its own room only
public final class Analyzers {
  /// Positions between two authors: more words than a name has, so that a match never spans two
  /// names.
  public static final int AUTHOR_GAP = 100;

  /// Positions between a title and its abstract, so that a phrase never spans both.
  public static final int TEXT_GAP = 100;

  /// For names: words without accents.
  public static final Analyzer NAMES = new NameAnalyzer();

  /// An analyzer gives the same words in all fields.
  private static final String FIELD = "words";

  private Analyzers() {}

  /// The words of a name, as they are in the field of authors.
  public static List<String> ofName(String name) {
    return words(NAMES, name);
  }

  /// The words of a text, as they are in the papers in a language.
  ///
  /// @param language one of [WordLanguages]
  public static List<String> ofText(String language, String text) {
    return words(WordLanguages.analyzer(language), text);
  }

  /// A word of a text, as it is in the index, and where it stands.
  ///
  /// @param start of its first character
  /// @param end after its last character
  /// @param position of the word among the words of the text, from 0; words that are left out have
  ///   positions, too
  public record PlacedWord(String word, int start, int end, int position) {}

  /// The words of a text with their places.
  ///
  /// @param language one of [WordLanguages]
  public static List<PlacedWord> places(String language, String text) {
    return placed(WordLanguages.analyzer(language), text);
  }

  private static List<String> words(Analyzer analyzer, String text) {
    return placed(analyzer, text).stream().map(PlacedWord::word).toList();
  }

  private static List<PlacedWord> placed(Analyzer analyzer, String text) {
    List<PlacedWord> words = new ArrayList<>();
    try (TokenStream tokens = analyzer.tokenStream(FIELD, text)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      OffsetAttribute place = tokens.addAttribute(OffsetAttribute.class);
      PositionIncrementAttribute step = tokens.addAttribute(PositionIncrementAttribute.class);
      tokens.reset();
      int position = -1;
      while (tokens.incrementToken()) {
        position += step.getPositionIncrement();
        words.add(
            new PlacedWord(term.toString(), place.startOffset(), place.endOffset(), position));
      }
      tokens.end();
    } catch (IOException e) {
      throw new IllegalStateException("reading a string cannot fail", e);
    }
    return words;
  }

  private static final class NameAnalyzer extends Analyzer {
    @Override
    protected TokenStreamComponents createComponents(String field) {
      StandardTokenizer words = new StandardTokenizer();
      TokenStream names = new ASCIIFoldingFilter(new LowerCaseFilter(words));
      return new TokenStreamComponents(words, names);
    }

    @Override
    public int getPositionIncrementGap(String field) {
      return AUTHOR_GAP;
    }
  }
}
