package dev.akin.index.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The result of checking everything in an index.
///
/// @param info the commit that was checked; absent if its files are too damaged to read it
/// @param checked the result of each check, in order
public record Verification(@Nullable IndexInfo info, List<CheckResult> checked) {
  public Verification {
    checked = List.copyOf(checked);
  }

  /// Whether nothing is wrong.
  public boolean isWhole() {
    return checked.stream().allMatch(part -> part.wrong() == 0);
  }
}
