package dev.akin.evaluate;

import dev.akin.index.IndexSnapshot;
import dev.akin.index.PaperIndex;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.paper.PersonName;
import dev.akin.paper.TitleKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;

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

  /// An author, and one of the author's papers.
  ///
  /// @param year of the paper; 0 if it is not known
  private record Person(String name, PersonName parts, int year) {
    String typed(Spelling spelling) {
      String family = parts.family();
      return switch (spelling) {
        case FIRST_LAST -> name;
        case LAST -> family;
        case LAST_INITIAL -> family + ", " + initial(parts) + ".";
        case LAST_YEAR -> family.toLowerCase(Locale.ROOT) + " " + year;
      };
    }

    boolean isAuthor(Paper paper, Spelling spelling) {
      boolean inYear = spelling != Spelling.LAST_YEAR || KnownPersons.year(paper) == year;
      return inYear && paper.authors().stream().anyMatch(author -> fits(author, spelling));
    }

    private boolean fits(String author, Spelling spelling) {
      if (spelling == Spelling.FIRST_LAST) {
        return TitleKey.of(author).equals(TitleKey.of(name));
      }
      PersonName other = PersonName.of(author);
      boolean sameInitial =
          spelling != Spelling.LAST_INITIAL || initial(other).equals(initial(parts));
      return sameInitial && TitleKey.of(other.family()).equals(TitleKey.of(parts.family()));
    }
  }

  private KnownPersons() {}

  private static String initial(PersonName name) {
    String given = TitleKey.of(name.given()).toUpperCase(Locale.ROOT);
    return given.isEmpty() ? "" : given.substring(0, given.offsetByCodePoints(0, 1));
  }

  private static int year(Paper paper) {
    return paper.date() == null ? 0 : paper.date().year();
  }

  /// Makes the tasks.
  ///
  /// @param count how many authors at most
  /// @param location of the index, for the message
  /// @throws EvaluateException if no author has that many papers
  public static List<Task> of(PaperIndex index, int count, long seed, Path location) {
    List<Paper> papers = papers(index);
    List<Person> persons = persons(papers, count, new Random(seed));
    if (persons.isEmpty()) {
      throw EvaluateException.malformed(
          location, "no author with given and family name has " + MIN_PAPERS + " papers");
    }
    List<Task> tasks = new ArrayList<>();
    for (Spelling spelling : Spelling.values()) {
      tasks.add(task(spelling, persons, papers));
    }
    return tasks;
  }

  private static List<Paper> papers(PaperIndex index) {
    List<Paper> papers = new ArrayList<>();
    try (IndexSnapshot snapshot = index.snapshot()) {
      snapshot.inOrder(number -> papers.add(snapshot.paper(number)));
    }
    return papers;
  }

  private static List<Person> persons(List<Paper> papers, int count, Random random) {
    Map<String, List<Paper>> byAuthor = new TreeMap<>();
    for (Paper paper : papers) {
      paper.authors().stream()
          .distinct()
          .forEach(author -> byAuthor.computeIfAbsent(author, _ -> new ArrayList<>()).add(paper));
    }
    List<Person> persons = new ArrayList<>();
    byAuthor.forEach(
        (author, theirs) -> {
          Paper one = theirs.get(random.nextInt(theirs.size()));
          PersonName name = PersonName.of(author);
          if (theirs.size() >= MIN_PAPERS && !name.whole() && year(one) > 0) {
            persons.add(new Person(author, name, year(one)));
          }
        });
    Collections.shuffle(persons, random);
    return persons.subList(0, Math.min(count, persons.size()));
  }

  private static Task task(Spelling spelling, List<Person> persons, List<Paper> papers) {
    List<TestQuery> queries = new ArrayList<>();
    Map<String, Map<PaperId, Integer>> grades = new LinkedHashMap<>();
    for (Person person : persons) {
      Map<PaperId, Integer> theirs = new LinkedHashMap<>();
      Predicate<Paper> isTheirs = paper -> person.isAuthor(paper, spelling);
      papers.stream().filter(isTheirs).forEach(paper -> theirs.put(paper.id(), 1));
      queries.add(TestQuery.typed(person.name(), person.typed(spelling)));
      grades.put(person.name(), theirs);
    }
    return new Task(spelling.task(), queries, new Qrels(grades), List.of());
  }
}
