package dev.akin.index.store;

/// Something in the index that begins as somebody types.
///
/// @param kind what it is
/// @param text as the papers write it
/// @param papers how many papers have it
public record Completion(Kind kind, String text, int papers) {
  /// What a completion is.
  public enum Kind {
    CATEGORY,
    PERSON,
    TITLE
  }
}
