package dev.akin.read.value;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads names of authors as arXiv writes them.
public final class ArxivAuthors {
  private static final String AND = " and ";

  private ArxivAuthors() {}

  /// `["Family", "Given", "Suffix"]` becomes `Given Family Suffix`. Further parts, such as
  /// affiliations, are ignored.
  public static String join(List<String> parts) {
    return Stream.of(part(parts, 1), part(parts, 0), part(parts, 2))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String part(List<String> parts, int index) {
    return index < parts.size() ? parts.get(index) : "";
  }

  /// `A, B (Somewhere, Some Land) and C` becomes `A`, `B`, `C`.
  public static List<String> split(String authors) {
    List<String> names = new ArrayList<>();
    StringBuilder name = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < authors.length(); i++) {
      char c = authors.charAt(i);
      depth += c == '(' ? 1 : 0;
      if (depth == 0 && (c == ',' || authors.startsWith(AND, i))) {
        add(names, name);
        i += c == ',' ? 0 : AND.length() - 1;
      } else if (depth == 0) {
        name.append(c);
      }
      depth -= c == ')' && depth > 0 ? 1 : 0;
    }
    add(names, name);
    return names;
  }

  private static void add(List<String> names, StringBuilder name) {
    String text = name.toString().strip();
    if (!text.isEmpty()) {
      names.add(text);
    }
    name.setLength(0);
  }
}
