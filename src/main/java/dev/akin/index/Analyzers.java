package dev.akin.index;

import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/// How fields become words.
final class Analyzers {
  /// Words between two authors, more than any name has, so that no match spans two.
  static final int AUTHOR_GAP = 100;

  /// English words without endings for texts; bare words without accents for names.
  static final Analyzer PAPERS =
      new PerFieldAnalyzerWrapper(
          new EnglishAnalyzer(), Map.of(PaperDocument.AUTHOR_WORDS, new NameAnalyzer()));

  private Analyzers() {}

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
