package dev.akin.read;

/// Why a record is not taken. Its reader knows where the record is.
final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  private final String what;

  Refusal(String what) {
    super(what, null, false, false);
    this.what = what;
  }

  String what() {
    return what;
  }
}
