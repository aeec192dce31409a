package dev.akin.embed.add;

import java.util.ArrayList;
import java.util.List;

/// What was found out about a model so far.
final class FindingList {
  private final List<Finding> all = new ArrayList<>();

  /// Notes what stands somewhere.
  ///
  /// @param origin the file, or the option of the command
  void found(String what, String value, String origin) {
    all.add(new Finding(what, value, origin, false));
  }

  /// Notes what is only likely.
  ///
  /// @param why why it was assumed, and how to say it
  void assumed(String what, String value, String why) {
    all.add(new Finding(what, value, why, true));
  }

  /// All of them, in order.
  List<Finding> all() {
    return List.copyOf(all);
  }
}
