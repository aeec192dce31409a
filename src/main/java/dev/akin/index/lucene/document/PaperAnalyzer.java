package dev.akin.index.lucene.document;

import dev.akin.index.record.IndexFields;
import dev.akin.index.word.Analyzers;
import dev.akin.index.word.WordLanguages;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;

/// Splits the fields of papers into words: names with [Analyzers#NAMES], everything else as English
/// ([WordsField] has the other languages).
///
/// @hidden public for its own room only
public final class PaperAnalyzer extends DelegatingAnalyzerWrapper {
  public PaperAnalyzer() {
    super(PER_FIELD_REUSE_STRATEGY);
  }

  @Override
  protected Analyzer getWrappedAnalyzer(String field) {
    return isName(field) ? Analyzers.NAMES : WordLanguages.analyzer(WordLanguages.USUAL);
  }

  @Override
  public int getPositionIncrementGap(String field) {
    return isName(field) ? Analyzers.AUTHOR_GAP : Analyzers.TEXT_GAP;
  }

  private static boolean isName(String field) {
    return field.equals(IndexFields.AUTHOR_WORDS);
  }
}
