package dev.akin.recommend.library;

import dev.akin.index.IndexSnapshot;
import dev.akin.paper.Paper;
import dev.akin.paper.TitleKey;
import dev.akin.work.SameWork;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What an index has of a library's entries.
///
/// @param numbers of the papers that were found, each once
/// @param texts entries that the index does not have and that have enough text, each once
/// @param counts of all entries
///
/// @hidden public for its own room only
public record LibraryMatch(Set<Integer> numbers, List<Paper> texts, LibraryCounts counts) {
  public static LibraryMatch of(IndexSnapshot snapshot, List<Paper> entries) {
    EntryFinder finder = new EntryFinder(snapshot);
    Set<Integer> numbers = new LinkedHashSet<>();
    List<Paper> others = new ArrayList<>();
    Map<Match, Integer> matches = new EnumMap<>(Match.class);
    for (Paper entry : entries) {
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
        new LibraryCounts(entries.size(), matches, texts.size(), others.size() - texts.size()));
  }

  private static boolean isText(Paper entry) {
    return !entry.title().isBlank()
        && (!entry.abstractText().isBlank() || SameWork.saysEnough(entry.title()));
  }

  private static List<Paper> distinct(List<Paper> texts) {
    Set<String> titles = new HashSet<>();
    return texts.stream().filter(text -> titles.add(TitleKey.of(text.title()))).toList();
  }
}
