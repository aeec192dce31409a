package dev.akin.read.format.json;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Tells what a line of a Daily Papers page is. Patterns are tried on short lines only, and none of
/// them can match in two ways.
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

  /// A text that is shorter and does not end with a full stop is a title. By length alone they
  /// cannot be distinguished: long titles and short abstracts have a few hundred characters.
  private static final int MIN_UNENDED_ABSTRACT_CHARS = 160;

  private DailyPapersLine() {}

  /// Whether it is the line at the top of each page.
  public static boolean isInvitation(String line) {
    return line.strip().startsWith(INVITATION);
  }

  /// Whether it belongs to the page and not to a paper.
  static boolean isChrome(String line) {
    return isInvitation(line) || CHROME.contains(line.strip());
  }

  /// Whether it stands between a byline and a date.
  static boolean isSeparator(String line) {
    return line.strip().equals(SEPARATOR);
  }

  /// Whether it may follow an abstract. Bylines of words are not recognized.
  static boolean isMetadata(String line) {
    return isSeparator(line) || isAuthorCount(line) || date(line) != null;
  }

  private static boolean isAuthorCount(String line) {
    return line.length() <= MAX_METADATA_CHARS && AUTHOR_COUNT.matcher(line.strip()).matches();
  }

  /// Whether it is long or ends like a sentence, as abstracts do.
  static boolean isProse(String line) {
    String text = line.strip();
    return text.length() >= MIN_UNENDED_ABSTRACT_CHARS || text.endsWith(".") || text.endsWith("…");
  }

  /// The date in a line `Mon D[, YYYY][ comments]`, or null if the line is something else.
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

  /// A date as it is written, whether or not it exists.
  record MonthDay(@Nullable Integer year, int month, int day) {}
}
