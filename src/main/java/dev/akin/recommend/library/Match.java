package dev.akin.recommend.library;

import java.util.Locale;

/// How an entry of a library was found in the index.
public enum Match {
  /// Its id, and the titles agree.
  ID("id"),
  DOI("DOI"),
  ARXIV("arXiv id"),
  ACL("ACL id"),
  HDL("handle"),
  OAI("OAI id"),
  /// Its title, and no other author is known.
  TITLE("title");

  private final String label;

  Match(String label) {
    this.label = label;
  }

  /// What people call it.
  public String label() {
    return label;
  }

  /// The match by an identifier with a scheme, such as `doi:10.1145/3`.
  static Match ofName(String name) {
    return valueOf(name.substring(0, name.indexOf(':')).toUpperCase(Locale.ROOT));
  }
}
