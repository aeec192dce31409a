package dev.akin.index.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The result of one check of an index.
///
/// @param what what was checked, in a few words
/// @param count how many things were checked
/// @param wrong how many of them are wrong
/// @param named the first of the wrong ones, each with its file or paper id and what is wrong
/// @param note a remark; absent if there is none
public record CheckResult(
    String what, long count, long wrong, List<String> named, @Nullable String note) {
  public CheckResult {
    named = List.copyOf(named);
  }
}
