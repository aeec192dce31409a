package dev.akin.read.format;

import dev.akin.read.latex.LatexText;
import dev.akin.read.record.Refusal;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.Key;
import org.jbibtex.Value;

/// The fields of a BibTeX entry. One that is absent is empty, but for [#required].
final class BibtexFields {
  private final BibTeXEntry entry;

  BibtexFields(BibTeXEntry entry) {
    this.entry = entry;
  }

  /// A text whose field must be there; it may be empty.
  String required(String name) throws Refusal {
    if (entry.getField(new Key(name)) == null) {
      throw new Refusal(name + " is missing");
    }
    return text(name);
  }

  String text(String name) {
    return LatexText.of(latex(name));
  }

  String link(String name) {
    return LatexText.link(latex(name));
  }

  /// As it stands there, macros aside.
  String latex(String name) {
    Value value = entry.getField(new Key(name));
    return value == null ? "" : BibtexGrammar.text(value);
  }
}
