package dev.akin.index.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Counts what a check looks at, and collects the names of what is wrong, up to a limit. For one
/// thread.
///
/// @hidden public for its own room only
public final class CheckTally {
  private static final int MAX_NAMED = 1_000;

  private final String what;
  private final List<String> named = new ArrayList<>();
  private long count;
  private long wrong;
  private @Nullable String note;

  /// @param what what is checked, in a few words
  public CheckTally(String what) {
    this.what = what;
  }

  public void count() {
    count++;
  }

  public void count(long more) {
    count += more;
  }

  public void wrong(String name) {
    wrong++;
    if (named.size() < MAX_NAMED) {
      named.add(name);
    }
  }

  public void note(String note) {
    this.note = note;
  }

  public boolean isRight() {
    return wrong == 0;
  }

  public CheckResult result() {
    return new CheckResult(what, count, wrong, named, note);
  }
}
