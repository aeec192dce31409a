package dev.akin.read.value;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Splits keywords that stand in one text: at line breaks, bars, bullets and semicolons or, if it
/// has none of these, at commas.
public final class Keywords {
  private static final Pattern BETWEEN = Pattern.compile("\\|\\|?|[;；、•]|[\\r\\n]+");
  private static final Pattern COMMA = Pattern.compile("[,，]");

  private Keywords() {}

  /// The keywords in their order, each once.
  public static List<String> of(String keywords) {
    Pattern between = BETWEEN.matcher(keywords).find() ? BETWEEN : COMMA;
    return each(between, keywords);
  }

  /// The keywords in a field that is meant for one, in which a comma is a part of it.
  public static List<String> ofField(String keyword) {
    return each(BETWEEN, keyword);
  }

  private static List<String> each(Pattern between, String keywords) {
    return Stream.of(between.split(keywords))
        .map(String::strip)
        .filter(keyword -> !Placeholder.is(keyword))
        .distinct()
        .toList();
  }
}
