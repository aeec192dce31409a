package dev.akin.read.latex;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Accents in names that a program wrote as signs of their own: `Ba\textasciitilde neras` for
/// `Ba\~neras`, which is `Bañeras`. Of this, other programs that remove backslashes leave
/// `Batextasciitilde neras`.
///
/// @hidden public for its own room only
public final class SpelledAccents {
  private static final String ENDS = "(?:\\{(\\p{L})}|(?:\\{}|\\s)?(\\p{L}))";

  private static final Pattern ACCENT =
      Pattern.compile(
          "\\\\?text(asciitilde|asciicircum|asciiacute|asciigrave|asciidieresis)" + ENDS);

  private static final Pattern APOSTROPHE =
      Pattern.compile("\\\\?textquote(single|right)(?:\\{}|\\s(?!and\\s))?");

  /// The combining characters that put these signs on a letter.
  private static final Map<String, String> COMBINING =
      Map.of(
          "asciitilde", "\u0303",
          "asciicircum", "\u0302",
          "asciiacute", "\u0301",
          "asciigrave", "\u0300",
          "asciidieresis", "\u0308");

  private SpelledAccents() {}

  /// A name, or several, with these accents on their letters. A letter that no language writes so
  /// stays as it is.
  public static String read(String names) {
    if (!names.contains("text")) {
      return names;
    }
    return APOSTROPHE
        .matcher(ACCENT.matcher(names).replaceAll(SpelledAccents::letter))
        .replaceAll(found -> found.group(1).equals("single") ? "'" : "\u2019");
  }

  private static String letter(MatchResult found) {
    String bare = found.group(2) == null ? found.group(3) : found.group(2);
    String letter = Normalizer.normalize(bare + COMBINING.get(found.group(1)), Normalizer.Form.NFC);
    return Matcher.quoteReplacement(letter.length() == 1 ? letter : found.group());
  }
}
