package dev.akin.base;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Finds what a user names on the command line.
public final class Labels {
  private Labels() {}

  /// The one of `all` with a name, in any case.
  ///
  /// @param label the name of each
  /// @param option what the user gave, for the message
  /// @throws IllegalArgumentException if none has this name; the message lists all names
  public static <T> T find(List<T> all, Function<T, String> label, String option, String name) {
    return all.stream()
        .filter(each -> label.apply(each).equals(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s must be one of %s, not %s"
                        .formatted(
                            option,
                            all.stream().map(label).collect(Collectors.joining(", ")),
                            Printable.quote(name))));
  }
}
