package dev.akin.read.record;

/// Why a record is not taken. Its reader knows where the record is.
public final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  private final String what;

  public Refusal(String what) {
    super(what, null, false, false);
    this.what = what;
  }

  public String what() {
    return what;
  }
}
