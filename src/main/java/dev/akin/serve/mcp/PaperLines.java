package dev.akin.serve.mcp;

import dev.akin.base.Printable;
import dev.akin.paper.Paper;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A paper as text.
final class PaperLines {
  private PaperLines() {}

  /// Such as `Attention is all you need (2017), id vaswani-2017-attention`.
  static String brief(Paper paper) {
    return "%s%s, id %s"
        .formatted(
            paper.title().isBlank() ? "(no title)" : paper.title(),
            paper.date() == null ? "" : " (" + paper.date().year() + ")",
            Printable.all(paper.id().value()));
  }

  /// All that is known of it, a line for each fact.
  static String all(Paper paper) {
    List<String> lines = new ArrayList<>();
    lines.add(brief(paper));
    add(lines, "authors", String.join(", ", paper.authors()));
    add(lines, "date", paper.date() == null ? null : paper.date().toString());
    add(lines, "published in", paper.publication().container());
    add(lines, "categories", String.join(", ", paper.categories()));
    add(lines, "language", paper.language());
    add(lines, "doi", paper.doi());
    add(lines, "url", paper.url());
    add(lines, "source", paper.holding().source());
    lines.add("abstract: " + abstractOf(paper));
    return String.join("\n", lines);
  }

  /// The abstract, or that there is none.
  static String abstractOf(Paper paper) {
    return paper.abstractText().isBlank() ? "(unknown)" : paper.abstractText();
  }

  private static void add(List<String> lines, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      lines.add(name + ": " + value);
    }
  }
}
