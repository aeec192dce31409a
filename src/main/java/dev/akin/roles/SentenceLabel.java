package dev.akin.roles;

/// The labels of the abstracts that the classifier learns from, in the order of its weights.
enum SentenceLabel {
  BACKGROUND(Role.PROBLEM),
  OBJECTIVE(Role.PROBLEM),
  METHOD(Role.METHOD),
  RESULT(Role.RESULT),
  OTHER(Role.OTHER);

  static final int COUNT = values().length;

  private final Role role;

  SentenceLabel(Role role) {
    this.role = role;
  }

  Role role() {
    return role;
  }
}
