package dev.akin.cli.option;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// How results are printed.
enum OutputFormat {
  TABLE,
  JSON;

  /// The format of a name, in any case; absent if there is none.
  static @Nullable OutputFormat byName(String name) {
    return Arrays.stream(values())
        .filter(format -> format.name().equalsIgnoreCase(name))
        .findFirst()
        .orElse(null);
  }
}
