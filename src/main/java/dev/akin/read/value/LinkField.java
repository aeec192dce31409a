package dev.akin.read.value;

import dev.akin.paper.PlainText;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads a field that is meant for an address and may hold several, one a line, or with semicolons
/// between them. EndNote's `<Go to ISI>://WOS:000123` is none.
///
/// @hidden public for its own room only
public final class LinkField {
  private static final Pattern BETWEEN = Pattern.compile("[\\s;|](?=https?:)|[\\r\\n]");
  private static final Pattern AROUND = Pattern.compile("^<|[;|,>]$");

  private LinkField() {}

  /// The first address; empty if there is none.
  public static String first(String field) {
    return Stream.of(BETWEEN.split(field))
        .map(LinkField::address)
        .filter(address -> !Placeholder.is(address) && address.indexOf('>') < 0)
        .findFirst()
        .orElse("");
  }

  private static String address(String piece) {
    return AROUND.matcher(PlainText.of(piece).replace("&amp;", "&")).replaceAll("").strip();
  }
}
