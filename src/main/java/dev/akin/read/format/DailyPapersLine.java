package dev.akin.read.format;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a line of a Daily Papers page can be. Patterns are tried on short lines only, and none can
/// match in two ways.
///
/// @hidden public for its own room only
public final class DailyPapersLine {
  static final String SUBSCRIBE = "Subscribe";
  static final int MAX_TITLE_CHARS = 300;

  private static final String INVITATION = "Get trending papers in your email inbox";
  private static final Set<String> CHROME =
      Set.of("new", SUBSCRIBE, "Daily Papers", "byAK and the research community");
  private static final String SEPARATOR = "·";
  private static final int MAX_METADATA_CHARS = 40;
  private static final Pattern AUTHOR_COUNT = Pattern.compile("• \\d{1,6} authors?");
  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
  private static final Pattern DATE =
      Pattern.compile(
          "(" + String.join("|", MONTHS) + ") (\\d{1,2})(?:, (\\d{4}))?(?: [\\d.,k]+)?");

  /// A text shorter than this and without a full stop is a title, not an abstract. The longest of
  /// titles have a few hundred characters, and so have the shortest of abstracts.
  private static final int MIN_UNENDED_ABSTRACT_CHARS = 160;

  private DailyPapersLine() {}

  public static boolean isInvitation(String line) {
    return line.strip().startsWith(INVITATION);
  }

  static boolean isChrome(String line) {
    return isInvitation(line) || CHROME.contains(line.strip());
  }

  static boolean isSeparator(String line) {
    return line.strip().equals(SEPARATOR);
  }

  /// What may stand behind an abstract, but for a byline of words.
  static boolean isMetadata(String line) {
    return isSeparator(line) || isAuthorCount(line) || date(line) != null;
  }

  private static boolean isAuthorCount(String line) {
    return line.length() <= MAX_METADATA_CHARS && AUTHOR_COUNT.matcher(line.strip()).matches();
  }

  static boolean isProse(String line) {
    String text = line.strip();
    return text.length() >= MIN_UNENDED_ABSTRACT_CHARS || text.endsWith(".") || text.endsWith("…");
  }

  /// `Mon D[, YYYY][ comments]`, absent if the line is something else.
  static @Nullable MonthDay date(String line) {
    if (line.length() > MAX_METADATA_CHARS) {
      return null;
    }
    Matcher matcher = DATE.matcher(line.strip());
    if (!matcher.matches()) {
      return null;
    }
    String year = matcher.group(3);
    return new MonthDay(
        year == null ? null : Integer.valueOf(year),
        1 + MONTHS.indexOf(matcher.group(1)),
        Integer.parseInt(matcher.group(2)));
  }

  /// A date as it stands there, whether there is such a day or not.
  record MonthDay(@Nullable Integer year, int month, int day) {}
}
