package dev.akin.cli.option;

import dev.akin.write.list.ListFormat;
import java.util.Locale;

/// How recommendations are printed.
///
/// @hidden public for its own room only
public enum AnswerFormat {
  TABLE,
  JSON,
  CSV,
  BIBTEX,
  RIS,
  CSL_JSON,
  ATOM;

  /// Whether one can choose what is printed of a paper.
  boolean hasFields() {
    return this == JSON || this == CSV;
  }

  /// The format of a list that this is.
  ///
  /// @throws IllegalArgumentException if it is none
  public ListFormat ofList() {
    return ListFormat.valueOf(name());
  }

  /// Its name on the command line.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
