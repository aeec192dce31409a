package dev.akin.recommend.query;

import dev.akin.roles.Role;

/// In what papers are to be alike.
public enum Aspect {
  PROBLEM(Role.PROBLEM),
  METHOD(Role.METHOD),
  RESULT(Role.RESULT);

  private final Role role;

  Aspect(Role role) {
    this.role = role;
  }

  /// The role of the sentences that are compared.
  public Role role() {
    return role;
  }

  /// Its name in the API and on the command line: `problem`, `method`, `result`.
  public String label() {
    return role.label();
  }
}
