package dev.akin.read.format;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How a format writes records as lines with a tag in front. A line without a tag goes on with the
/// one before it.
///
/// @hidden public for its own room only
public enum Tagging {
  /// RIS: `TI - A title`, from `TY` to `ER`. Programs write the separator in many ways: with tabs,
  /// with another dash, or without the last space, and some write small letters. With one space
  /// before the dash, one has to follow, so that `T1 -weighted images` goes on with the line
  /// before, and so does `ER - positive cells`.
  RIS(
      "_{0,20}([A-Za-z][A-Za-z0-9](?=_{2,8}—)|(?!ER)[A-Z][A-Z0-9](?=_?—(?:_|$))|ER(?=_?—?_{0,20}$))"
          + "(?:_{0,8}—)?_*+(.*)",
      "TY",
      "ER",
      "(?i)(?:TY_{0,8}—_{0,8}[A-Z]+|ER_{0,8}—)_{0,20}"),

  /// PubMed's `.nbib`: `TI - A title`. ERIC writes this format without numbers of PubMed.
  MEDLINE(
      "([A-Z][A-Z0-9]{1,3})[ \\t]{0,2}-(?:[ \\t](.*))?",
      "PMID",
      null,
      "PMID ?- ?[0-9]{1,10}|OWN ?- ?[A-Z]{2,10}"),

  /// Web of Science's `.ciw`: `TI A title`, up to `ER`.
  WEB_OF_SCIENCE(
      "([A-Z][A-Z0-9])(?:[ \\t](.*))?", "PT", "ER", "FN[ \\t][A-Z].{1,100}|PT[ \\t][JBSP]"),

  /// EndNote's `.enw`, after the program refer: `%T A title`.
  REFER(
      "[ \\t]{0,20}(%[0-9A-Z!@#$^&*()+<>?=~\\[\\]|])(?:[ \\t](.*))?",
      "%0", null, "%0[ \\t][A-Z][A-Za-z ]{2,40}|%T[ \\t]\\S.*");

  private static final Set<String> OUTSIDE = Set.of("FN", "VR", "EF");

  private final Pattern line;
  private final String start;
  private final @Nullable String end;
  private final Pattern sign;

  /// @param line a line with a tag: the tag, and its value
  /// @param start the tag that begins a record
  /// @param end the tag that ends a record; absent if there is none
  /// @param sign a line by which such a file is recognized
  Tagging(String line, String start, @Nullable String end, String sign) {
    this.line = pattern(line);
    this.start = start;
    this.end = end;
    this.sign = pattern(sign);
  }

  /// In patterns, `_` stands for a blank, and `—` for a dash of any kind.
  private static Pattern pattern(String pattern) {
    return Pattern.compile(
        pattern.replace("_", "[ \\t\\xA0]").replace("—", "[-‐-―−]"), Pattern.DOTALL);
  }

  /// The tagging of a file with this line in it; null if the line is in no record's beginning.
  public static @Nullable Tagging of(String line) {
    return Stream.of(values())
        .filter(tagging -> tagging.sign.matcher(line).matches())
        .findFirst()
        .orElse(null);
  }

  /// Reads a line.
  TaggedLine read(String content) {
    Matcher matcher = line.matcher(content);
    if (!matcher.matches()) {
      return new TaggedLine("", content);
    }
    String tag = matcher.group(1).toUpperCase(Locale.ROOT);
    return new TaggedLine(tag, Objects.requireNonNullElse(matcher.group(2), ""));
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

  /// Whether there is nothing of a paper in a record, but lines that a database wrote between two.
  boolean isStray(TaggedRecord record) {
    return this == RIS && !record.has(start) && !Ris.hasTitle(record);
  }

  /// A line of such a file.
  ///
  /// @param tag in capital letters; empty if the line has none
  /// @param value the rest of the line; all of it if there is no tag
  record TaggedLine(String tag, String value) {}
}
