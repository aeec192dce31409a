package dev.akin.read.value;

import dev.akin.paper.PlainText;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads a field that is meant for an address and may hold several, one a line, or with semicolons
/// between them.
///
/// @hidden public for its own room only
public final class LinkField {
  private static final Pattern BETWEEN = Pattern.compile("[\\s;|](?=https?:)|[\\r\\n]");
  private static final Pattern END = Pattern.compile("[;|,]$");

  private LinkField() {}

  /// The first address; empty if there is none.
  public static String first(String field) {
    return Stream.of(BETWEEN.split(field))
        .map(address -> END.matcher(PlainText.of(address)).replaceFirst("").strip())
        .filter(address -> !Placeholder.is(address))
        .findFirst()
        .orElse("");
  }
}
