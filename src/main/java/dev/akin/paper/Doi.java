package dev.akin.paper;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds the DOI in what people and programs write for one: `10.1145/3343413`, with or without the
/// address of a resolver, the word `doi`, percent signs for its slash, or brackets and stops around
/// it.
///
/// A DOI is kept in the case in which its source writes it.
public final class Doi {
  /// The longest suffix. Those in use have at most a few hundred characters.
  private static final int MAX_CHARS = 1_000;

  private static final String START = "10\\.\\s?[0-9]{4,9}(?:\\.[0-9]+)*\\s?[/\\\\]\\s?";
  private static final Pattern ANYWHERE = Pattern.compile("(?<![0-9.])" + START + "\\S+");

  /// After nothing, the word `doi`, or an address that has it, such as `/doi/abs/10.…`.
  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)(?:^|(?<![a-z])doi(?:\\.org|/[a-z]{3,12}(?=/))?[^a-z0-9]{0,4}\\s?)"
              + START
              + "\\S+");

  /// A short DOI. It has no suffix, so that it must stand alone.
  private static final Pattern SHORT =
      Pattern.compile(
          "(?i)(?:(?:https?://)?(?:dx\\.|www\\.)?doi\\.org/|doi:\\s?)?(10/[a-z0-9]{3,12})");

  /// A DOI alone, as most sources write it: nothing else has to be looked for.
  private static final Pattern USUAL =
      Pattern.compile("10\\.[0-9]{4,9}/[A-Za-z0-9](?:[A-Za-z0-9._/-]*+(?<=[A-Za-z0-9]))?");

  private static final Pattern FIRST = Pattern.compile(START);
  private static final Pattern PERCENT = Pattern.compile("%([0-7][0-9A-Fa-f])");
  private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");

  /// What follows a DOI: another one, a remark in brackets, or the rest of a link in LaTeX or HTML.
  private static final Pattern NEXT =
      Pattern.compile("(?i)[,;|](?:https?:|doi|10\\.[0-9]{4}).*|\\[doi].*|}.*|</.*");

  /// A sign as LaTeX writes it.
  private static final Pattern ESCAPED = Pattern.compile("\\\\([_%&#$])");

  private static final Pattern REST_OF_ADDRESS =
      Pattern.compile(
          "(?:/(?:full|abstract|pdf|epdf|html|meta|fulltext)|\\.pdf)?(?:[?#].*|&\\w+=.*)?$");

  private static final String CLOSING = ".,;:\"'/>)]}*…”’⟩";
  private static final String OPENING = "<([{";
  private static final String CLOSING_BRACKETS = ">)]}";

  private Doi() {}

  /// The first DOI in a field that is meant for DOIs.
  ///
  /// @param field the content of the field; empty if the record does not have it
  /// @return null if there is none
  public static @Nullable String ofField(String field) {
    return find(ANYWHERE, field);
  }

  /// The DOI that an identifier of any kind names. A number that looks like a DOI in the middle of
  /// an address or a sentence is none, unless `doi` stands before it.
  ///
  /// @return null if the identifier is something else
  public static @Nullable String ofIdentifier(String identifier) {
    return find(NAMED, identifier);
  }

  private static @Nullable String find(Pattern pattern, String text) {
    if (text.isEmpty() || USUAL.matcher(text).matches()) {
      return text.isEmpty() ? null : text;
    }
    String plain = plain(text);
    Matcher brief = SHORT.matcher(plain);
    if (brief.matches()) {
      return brief.group(1);
    }
    Matcher matcher = pattern.matcher(plain);
    if (!matcher.find()) {
      return null;
    }
    Matcher first = FIRST.matcher(matcher.group());
    if (!first.find()) {
      return null;
    }
    String registrant = first.group().replaceAll("[\\s/\\\\]", "");
    String suffix = suffix(matcher.group().substring(first.end()), plain.contains("://"));
    return suffix.isEmpty() ? null : registrant + "/" + suffix;
  }

  private static String plain(String text) {
    String visible = INVISIBLE.matcher(text).replaceAll("").replace('\u2010', '-');
    return PERCENT
        .matcher(ESCAPED.matcher(visible).replaceAll("$1"))
        .replaceAll(
            found ->
                Matcher.quoteReplacement(Character.toString(Integer.parseInt(found.group(1), 16))))
        .strip();
  }

  private static String suffix(String found, boolean inAddress) {
    String start = found.substring(0, Math.min(found.length(), MAX_CHARS));
    String suffix = NEXT.matcher(start).replaceFirst("");
    if (inAddress) {
      suffix = REST_OF_ADDRESS.matcher(suffix).replaceFirst("");
    }
    int end = suffix.length();
    while (end > 0 && isAfterwards(suffix, end)) {
      end--;
    }
    return suffix.substring(0, end);
  }

  /// Whether the last of the first `end` characters does not belong to the DOI: a stop, or a
  /// bracket that was opened before the DOI. DOIs may contain brackets, but close what they open.
  private static boolean isAfterwards(String suffix, int end) {
    char last = suffix.charAt(end - 1);
    int bracket = CLOSING_BRACKETS.indexOf(last);
    if (bracket < 0) {
      return CLOSING.indexOf(last) >= 0;
    }
    String start = suffix.substring(0, end);
    return count(start, OPENING.charAt(bracket)) < count(start, last);
  }

  private static long count(String text, char c) {
    return text.chars().filter(other -> other == c).count();
  }
}
