package dev.akin.serve.guard;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Knows robots by their header `User-Agent`. Immutable.
///
/// @param patterns a part of the header that one of them finds is a robot's
public record Robots(List<Pattern> patterns) implements Predicate<String> {
  /// What most robots say of themselves, and nothing that browsers say.
  public static final Robots USUAL =
      of(
          List.of(
              "bot", "crawl", "spider", "slurp", "headless", "preview", "fetch", "http", "java/"));

  public Robots {
    patterns = List.copyOf(patterns);
  }

  /// Robots by regular expressions, in any case, as COUNTER's list has them.
  ///
  /// @throws IllegalArgumentException if one is no regular expression
  public static Robots of(List<String> expressions) {
    return new Robots(expressions.stream().map(Robots::pattern).toList());
  }

  private static Pattern pattern(String expression) {
    try {
      return Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException("\"" + expression + "\" is no regular expression", e);
    }
  }

  /// Whether a header is a robot's; one that is empty is.
  @Override
  public boolean test(String agent) {
    return agent.isBlank() || patterns.stream().anyMatch(each -> each.matcher(agent).find());
  }
}
