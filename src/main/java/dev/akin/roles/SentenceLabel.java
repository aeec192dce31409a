package dev.akin.roles;

/// The labels of the abstracts that the classifier learns from.
enum SentenceLabel {
  BACKGROUND(0, Role.PROBLEM),
  OBJECTIVE(1, Role.PROBLEM),
  METHOD(2, Role.METHOD),
  RESULT(3, Role.RESULT),
  OTHER(4, Role.OTHER);

  static final int COUNT = values().length;

  private final int column;
  private final Role role;

  SentenceLabel(int column, Role role) {
    this.column = column;
    this.role = role;
  }

  /// Where its weights, scores and probabilities stand in a row.
  int column() {
    return column;
  }

  Role role() {
    return role;
  }
}
