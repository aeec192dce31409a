package dev.akin.evaluate;

import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.paper.PersonName;
import dev.akin.paper.TitleKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Tasks that search for the papers of random authors of an index, one task for each way to type a
/// name. A paper is relevant if one of its authors fits what was typed: the same whole name; the
/// same family name; the same family name and first initial; the same family name and year.
///
/// Only authors with at least three papers.
public final class KnownPersons {
  private static final int MIN_PAPERS = 3;

  /// A way to type a name.
  private enum Spelling {
    FIRST_LAST,
    LAST,
    LAST_INITIAL,
    LAST_YEAR;

    String task() {
      return Task.KNOWN_PERSONS + "-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// An author of a paper.
  ///
  /// @param year of the paper; 0 if it is not known
  private record Authorship(String name, PersonName parts, int year) {
    static Authorship of(String author, Paper paper) {
      int year = paper.date() == null ? 0 : paper.date().year();
      return new Authorship(author, PersonName.of(author), year);
    }

    String typed(Spelling spelling) {
      return switch (spelling) {
        case FIRST_LAST -> name;
        case LAST -> parts.family();
        case LAST_INITIAL -> parts.family() + ", " + initial() + ".";
        case LAST_YEAR -> parts.family().toLowerCase(Locale.ROOT) + " " + year;
      };
    }

    /// Equal for all authorships that fit what is typed.
    String key(Spelling spelling) {
      String family = TitleKey.of(parts.family());
      return switch (spelling) {
        case FIRST_LAST -> TitleKey.of(name);
        case LAST -> family;
        case LAST_INITIAL -> family + "," + initial();
        case LAST_YEAR -> family + "," + year;
      };
    }

    private String initial() {
      String given = TitleKey.of(parts.given()).toUpperCase(Locale.ROOT);
      return given.isEmpty() ? "" : given.substring(0, given.offsetByCodePoints(0, 1));
    }
  }

  private KnownPersons() {}

  /// Makes the tasks.
  ///
  /// @param count how many authors at most
  /// @param location of the index, for the message
  /// @throws EvaluateException if no author has that many papers
  public static List<Task> of(PaperIndex index, int count, long seed, Path location) {
    SortedMap<PaperId, List<Authorship>> papers = authorships(index);
    List<Authorship> persons = persons(papers.values(), count, new Random(seed));
    if (persons.isEmpty()) {
      throw EvaluateException.malformed(
          location, "no author with given and family name has " + MIN_PAPERS + " papers");
    }
    return Stream.of(Spelling.values()).map(each -> task(each, persons, papers)).toList();
  }

  /// In the order of ids, so that a seed gives the same persons for every index of the papers.
  private static SortedMap<PaperId, List<Authorship>> authorships(PaperIndex index) {
    SortedMap<PaperId, List<Authorship>> papers = new TreeMap<>();
    try (IndexSnapshot snapshot = index.snapshot()) {
      snapshot.scan(
          number -> {
            Paper paper = snapshot.paper(number);
            papers.put(
                paper.id(),
                paper.authors().stream()
                    .distinct()
                    .map(author -> Authorship.of(author, paper))
                    .toList());
          });
    }
    return papers;
  }

  /// Random persons, each with one of the years of their papers.
  private static List<Authorship> persons(
      Collection<List<Authorship>> papers, int count, Random random) {
    Map<String, List<Authorship>> byName = new TreeMap<>();
    papers.stream()
        .flatMap(List::stream)
        .filter(each -> !each.parts().whole() && each.year() > 0)
        .forEach(each -> byName.computeIfAbsent(each.name(), _ -> new ArrayList<>()).add(each));
    byName.values().removeIf(theirs -> theirs.size() < MIN_PAPERS);
    List<Authorship> persons = new ArrayList<>();
    byName.values().forEach(theirs -> persons.add(theirs.get(random.nextInt(theirs.size()))));
    Collections.shuffle(persons, random);
    return persons.subList(0, Math.min(count, persons.size()));
  }

  private static Task task(
      Spelling spelling, List<Authorship> persons, Map<PaperId, List<Authorship>> papers) {
    Map<String, Map<PaperId, Integer>> byKey = new HashMap<>();
    papers.forEach(
        (paper, authors) ->
            authors.forEach(
                author ->
                    byKey
                        .computeIfAbsent(author.key(spelling), _ -> new TreeMap<>())
                        .put(paper, 1)));
    List<TestQuery> queries = new ArrayList<>();
    Map<String, Map<PaperId, Integer>> grades = new LinkedHashMap<>();
    for (Authorship person : persons) {
      String id = person.name().replace(' ', '_');
      queries.add(TestQuery.typed(id, person.typed(spelling)));
      grades.put(id, byKey.getOrDefault(person.key(spelling), Map.of()));
    }
    return new Task(spelling.task(), queries, new Qrels(grades), List.of());
  }
}
