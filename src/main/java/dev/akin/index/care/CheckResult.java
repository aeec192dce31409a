package dev.akin.index.care;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was looked at of an index in one respect.
///
/// @param what the respect, in a few words
/// @param count how many things were looked at
/// @param wrong how many of them are wrong
/// @param named the first of those, each with its file's name or its paper's id and what is wrong
/// @param note what else is to say; absent if nothing
public record CheckResult(
    String what, long count, long wrong, List<String> named, @Nullable String note) {
  public CheckResult {
    named = List.copyOf(named);
  }
}
