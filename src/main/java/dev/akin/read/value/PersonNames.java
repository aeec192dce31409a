package dev.akin.read.value;

import dev.akin.read.latex.LatexText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Turns names of authors as BibTeX and RIS write them into `Given Family`.
public final class PersonNames {
  private static final Pattern AND = Pattern.compile("\\sand\\s", Pattern.CASE_INSENSITIVE);
  private static final Pattern COMMA = Pattern.compile(",");
  private static final String AND_MORE = "others";

  private PersonNames() {}

  /// Reads `van Gogh, V. and {Ink and Paper} and King, Jr., M. and others`. What stands in braces
  /// is one word; `others` is left out.
  public static List<String> ofBibtex(String authors) {
    return split(authors, AND).stream()
        .map(String::strip)
        .filter(name -> !name.toLowerCase(Locale.ROOT).equals(AND_MORE))
        .map(PersonNames::fromBibtex)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  /// Reads one name, `Family, Given, Suffix`.
  public static String ofRis(String name) {
    return ArxivAuthors.join(Stream.of(name.split(",", 3)).map(String::strip).toList());
  }

  private static String fromBibtex(String name) {
    List<String> parts = split(name, COMMA).stream().map(LatexText::of).toList();
    return parts.size() < 3
        ? ArxivAuthors.join(parts)
        : ArxivAuthors.join(List.of(parts.get(0), parts.get(2), parts.get(1)));
  }

  /// The pieces of `text` between separators that do not stand in braces.
  private static List<String> split(String text, Pattern separator) {
    List<String> pieces = new ArrayList<>();
    Matcher matcher = separator.matcher(outsideOfBraces(text));
    int start = 0;
    while (matcher.find()) {
      pieces.add(text.substring(start, matcher.start()));
      start = matcher.end();
    }
    pieces.add(text.substring(start));
    return pieces;
  }

  /// `text` with each character in braces replaced.
  private static String outsideOfBraces(String text) {
    StringBuilder outside = new StringBuilder(text.length());
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '{' ? 1 : 0;
      outside.append(depth > 0 ? '{' : c);
      depth -= c == '}' && depth > 0 ? 1 : 0;
    }
    return outside.toString();
  }
}
