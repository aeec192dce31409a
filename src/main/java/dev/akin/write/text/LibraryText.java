package dev.akin.write.text;

import dev.akin.base.Printable;
import dev.akin.recommend.library.LibraryCounts;
import java.util.stream.Collectors;

/// What became of a library's entries, for people.
public final class LibraryText {
  private LibraryText() {}

  /// Such as `9 entries, 6 in the index (2 by id, 4 by DOI), 2 used by their text, 1 left out (a
  /// short title and no abstract)`.
  public static String of(LibraryCounts counts) {
    String by =
        counts.matches().entrySet().stream()
            .map(match -> Printable.count(match.getValue()) + " by " + match.getKey().label())
            .collect(Collectors.joining(", "));
    return "%s, %s in the index%s, %s used by their text, %s left out%s%s"
        .formatted(
            Printable.count(counts.entries(), "entry", "entries"),
            Printable.count(counts.matched()),
            by.isEmpty() ? "" : " (" + by + ")",
            Printable.count(counts.texts()),
            Printable.count(counts.leftOut()),
            counts.leftOut() == 0 ? "" : " (a short title and no abstract)",
            counts.unread() == 0
                ? ""
                : ", " + Printable.count(counts.unread()) + " not read for lack of time");
  }
}
