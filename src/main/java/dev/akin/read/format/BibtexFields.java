package dev.akin.read.format;

import dev.akin.read.latex.LatexText;
import dev.akin.read.record.BadRecordException;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.Key;
import org.jbibtex.Value;

/// The fields of a BibTeX entry. An absent field is empty, except to [#required].
final class BibtexFields {
  private final BibTeXEntry entry;

  BibtexFields(BibTeXEntry entry) {
    this.entry = entry;
  }

  /// The text of a field that must exist; the text may be empty.
  String required(String name) throws BadRecordException {
    if (entry.getField(new Key(name)) == null) {
      throw new BadRecordException(name + " is missing");
    }
    return text(name);
  }

  /// The plain text of a field.
  String text(String name) {
    return LatexText.of(latex(name));
  }

  /// The address in a field.
  String link(String name) {
    return LatexText.link(latex(name));
  }

  /// The LaTeX of a field, with its macros replaced.
  String latex(String name) {
    Value value = entry.getField(new Key(name));
    return value == null ? "" : BibtexGrammar.text(value);
  }
}
