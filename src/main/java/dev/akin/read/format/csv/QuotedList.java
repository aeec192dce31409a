package dev.akin.read.format.csv;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads a list that a program wrote into a field of a table as JSON or as Python prints it:
/// `["Jane Doe"]`, `('Doe, Jane', "O'Poe")`, `[{"id": 1, "name": "Jane Doe"}]`, or one such object.
final class QuotedList {
  private static final String TEXT = "(\"(?:[^\"\\\\]|\\\\.)*+\"|'(?:[^'\\\\]|\\\\.)*+')";

  private static final Pattern LIST =
      Pattern.compile(
          "\\s*(?:\\[\\s*(?:\\{.*}|\".*\"|'.*')?\\s*]|\\(\\s*(?:\".*\"|'.*')\\s*,?\\s*\\)|\\{\\s*[\"'].*})\\s*",
          Pattern.DOTALL);

  /// A text, or a key and its value, which may be a number or null.
  private static final Pattern ITEM =
      Pattern.compile(
          "(?:[\"'](\\w{1,40})[\"']\\s*:\\s*)?(?:" + TEXT + "|[\\w.+-]++)", Pattern.DOTALL);

  private static final Pattern NAME = Pattern.compile("name|display_name|full_name|author|literal");

  /// A character by its number in UTF-16, or one that stands for itself.
  private static final Pattern ESCAPE =
      Pattern.compile("\\\\(?:u([0-9A-Fa-f]{4})|(.))", Pattern.DOTALL);

  private QuotedList() {}

  /// The texts with semicolons between them, the names alone if they stand in objects. A field that
  /// is no such list stays as it is.
  static String unpacked(String field) {
    boolean isQuoted =
        field.indexOf('"') >= 0 || field.indexOf('\'') >= 0 || field.indexOf(']') >= 0;
    return !isQuoted || !LIST.matcher(field).matches()
        ? field
        : ITEM.matcher(field)
            .results()
            .filter(item -> item.group(2) != null)
            .filter(item -> item.group(1) == null || NAME.matcher(item.group(1)).matches())
            .map(item -> item.group(2))
            .map(text -> unescaped(text.substring(1, text.length() - 1)))
            .collect(Collectors.joining("; "));
  }

  private static String unescaped(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(
            escape ->
                Matcher.quoteReplacement(
                    escape.group(1) == null
                        ? escape.group(2)
                        : Character.toString((char) Integer.parseInt(escape.group(1), 16))));
  }
}
