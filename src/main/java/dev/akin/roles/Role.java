package dev.akin.roles;

import java.util.Locale;

/// What a sentence of an abstract is about.
public enum Role {
  /// What is known, what is missing, and what the paper sets out to do.
  PROBLEM,

  /// What was done, and with what.
  METHOD,

  /// What came out, and what follows from it.
  RESULT,

  /// Something else, such as a note on copyright.
  OTHER;

  /// Its name in the API and for people: `problem`, `method`, `result`, `other`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
