package dev.akin.read.format;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How a format other than RIS writes records as lines with a tag in front. A line without a tag
/// goes on with the one before it.
///
/// @hidden public for its own room only
public enum Tagging {
  /// PubMed's `.nbib`: `TI - A title`.
  MEDLINE("([A-Z][A-Z0-9]{1,3}) {0,2}-(?: (.*))?", "PMID", null),

  /// Web of Science's `.ciw`: `TI A title`, up to `ER`.
  WEB_OF_SCIENCE("([A-Z][A-Z0-9])(?: (.*))?", "PT", "ER"),

  /// EndNote's `.enw`, after the program refer: `%T A title`.
  REFER("(%[0-9A-Z!@#$^&*()+<>?=~\\[\\]|])(?: (.*))?", "%0", null);

  /// ERIC writes this format without numbers of PubMed.
  private static final Pattern START_OF_MEDLINE =
      Pattern.compile("PMID ?- ?\\d{1,10}|OWN ?- ?[A-Z]{2,10}");

  private static final Pattern START_OF_WEB_OF_SCIENCE =
      Pattern.compile("FN [A-Z].{1,100}|PT [JBSP]");
  private static final Pattern START_OF_REFER = Pattern.compile("%0 [A-Z][A-Za-z ]{2,40}|%T \\S.*");

  private static final Set<String> OUTSIDE = Set.of("FN", "VR", "EF");

  private final Pattern line;
  private final String start;
  private final @Nullable String end;

  /// @param line a line with a tag: the tag, and its value
  /// @param start the tag that begins a record
  /// @param end the tag that ends a record; absent if there is none
  Tagging(String line, String start, @Nullable String end) {
    this.line = Pattern.compile(line, Pattern.DOTALL);
    this.start = start;
    this.end = end;
  }

  /// The tagging of a file with this line in it; null if the line is in no record's beginning.
  public static @Nullable Tagging of(String line) {
    if (START_OF_MEDLINE.matcher(line).matches()) {
      return MEDLINE;
    }
    if (START_OF_REFER.matcher(line).matches()) {
      return REFER;
    }
    return START_OF_WEB_OF_SCIENCE.matcher(line).matches() ? WEB_OF_SCIENCE : null;
  }

  /// The tag and the value of a line.
  Matcher matcher(String content) {
    return line.matcher(content);
  }

  /// Whether a tag belongs to the file and not to a record.
  boolean isOutside(String tag) {
    return this == WEB_OF_SCIENCE && OUTSIDE.contains(tag);
  }

  boolean isEnd(String tag) {
    return tag.equals(end);
  }

  /// Whether a tag begins the next record: it is the first tag of records, or it follows a blank
  /// line in a file whose records have no first tag.
  boolean isNext(TaggedRecord record, String tag, boolean afterBlank) {
    return record.has(start) ? tag.equals(start) : afterBlank && !tag.isEmpty();
  }
}
