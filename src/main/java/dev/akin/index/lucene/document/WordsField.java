package dev.akin.index.lucene.document;

import dev.akin.index.word.WordLanguages;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.jspecify.annotations.Nullable;

/// A text as words of its language. Lucene's own fields only know one analyzer for all documents.
final class WordsField extends Field {
  private final String language;

  /// @param language one of [WordLanguages]
  WordsField(String name, String text, String language) {
    super(name, text, TextField.TYPE_NOT_STORED);
    this.language = language;
  }

  @Override
  public TokenStream tokenStream(Analyzer usual, @Nullable TokenStream reuse) {
    return WordLanguages.analyzer(language).tokenStream(name(), stringValue());
  }
}
