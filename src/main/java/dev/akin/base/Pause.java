package dev.akin.base;

import java.util.function.Supplier;

/// What a thread does while it only waits for others: it may let another thread work meanwhile.
public interface Pause {
  /// Nothing else.
  Pause PLAIN = Supplier::get;

  /// Waits.
  ///
  /// @param wait returns what was waited for, or throws
  <T> T during(Supplier<T> wait);
}
