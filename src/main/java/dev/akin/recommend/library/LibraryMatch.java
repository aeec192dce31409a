package dev.akin.recommend.library;

import dev.akin.index.store.IndexSnapshot;
import dev.akin.paper.Paper;
import dev.akin.paper.TitleKey;
import dev.akin.work.SameWork;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What an index has of a library's entries.
///
/// @param numbers of the papers that were found, each once
/// @param texts entries that the index does not have and that have enough text, each once
/// @param counts of all entries, as if all texts will be read
///
/// @hidden public for its own room only
public record LibraryMatch(Set<Integer> numbers, List<EntryText> texts, LibraryCounts counts) {
  /// A text, and how many entries have its title.
  public record EntryText(Paper entry, int entries) {
    private EntryText and(EntryText again) {
      return new EntryText(entry, entries + again.entries);
    }
  }

  /// Looks all entries up.
  public static LibraryMatch of(IndexSnapshot snapshot, List<Paper> entries) {
    return of(snapshot, entries, LibraryTime.UNLIMITED);
  }

  /// Looks entries up in their order, as long as there is time.
  public static LibraryMatch of(IndexSnapshot snapshot, List<Paper> entries, LibraryTime time) {
    EntryFinder finder = new EntryFinder(snapshot);
    Set<Integer> numbers = new LinkedHashSet<>();
    List<Paper> others = new ArrayList<>();
    Map<Match, Integer> matches = new EnumMap<>(Match.class);
    int seen = 0;
    while (seen < entries.size()
        && numbers.size() < time.maxExamples()
        && !time.reading().hasPassed()) {
      Paper entry = entries.get(seen++);
      EntryFinder.Found found = finder.find(entry);
      if (found == null) {
        others.add(entry);
      } else {
        numbers.add(found.number());
        matches.merge(found.match(), 1, Integer::sum);
      }
    }
    List<Paper> texts = others.stream().filter(LibraryMatch::isText).toList();
    return new LibraryMatch(
        numbers,
        distinct(texts),
        new LibraryCounts(
            entries.size(),
            matches,
            texts.size(),
            others.size() - texts.size(),
            entries.size() - seen));
  }

  private static boolean isText(Paper entry) {
    return !entry.title().isBlank()
        && (!entry.abstractText().isBlank() || SameWork.saysEnough(entry.title()));
  }

  private static List<EntryText> distinct(List<Paper> texts) {
    Map<String, EntryText> byTitle = new LinkedHashMap<>();
    for (Paper text : texts) {
      byTitle.merge(TitleKey.of(text.title()), new EntryText(text, 1), EntryText::and);
    }
    return List.copyOf(byTitle.values());
  }

  /// What became of all entries if only the first texts were read.
  public LibraryCounts counts(int read) {
    int unread = texts.stream().skip(read).mapToInt(EntryText::entries).sum();
    return new LibraryCounts(
        counts.entries(),
        counts.matches(),
        counts.texts() - unread,
        counts.leftOut(),
        counts.unread() + unread);
  }
}
