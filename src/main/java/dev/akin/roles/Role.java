package dev.akin.roles;

import java.util.Locale;

/// What a sentence of an abstract is about.
public enum Role {
  /// What is known, what is missing, and what the paper sets out to do.
  PROBLEM(0),

  /// What was done, and with what.
  METHOD(1),

  /// What came out, and what follows from it.
  RESULT(2),

  /// Something else, such as a note on copyright.
  OTHER(3);

  private final int column;

  Role(int column) {
    this.column = column;
  }

  /// Where its probability stands in a row of [SentenceRoles#of].
  public int column() {
    return column;
  }

  /// Its name in the API and for people: `problem`, `method`, `result`, `other`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
