package dev.akin.evaluate;

import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.paper.TitleKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

/// A task that searches for papers whose titles somebody remembers roughly: the queries are titles
/// of random papers of an index, without two random words. Only titles of at least six words that
/// no other paper has.
public final class KnownItems {
  private static final int MIN_WORDS = 6;
  private static final int LEFT_OUT = 2;
  private static final Pattern SPACE = Pattern.compile(" ");

  private KnownItems() {}

  /// Makes the task.
  ///
  /// @param count how many titles at most
  /// @param location of the index, for the message
  /// @throws EvaluateException if there is no such title
  public static Task of(PaperIndex index, int count, long seed, Path location) {
    List<Paper> papers = papers(index);
    if (papers.isEmpty()) {
      throw EvaluateException.malformed(
          location, "no paper has a title of " + MIN_WORDS + " words that no other paper has");
    }
    Random random = new Random(seed);
    Collections.shuffle(papers, random);
    List<TestQuery> queries = new ArrayList<>();
    Map<String, Map<PaperId, Integer>> grades = new LinkedHashMap<>();
    for (Paper paper : papers.subList(0, Math.min(count, papers.size()))) {
      String id = paper.id().value();
      queries.add(TestQuery.typed(id, cut(paper.title(), random)));
      grades.put(id, Map.of(paper.id(), 1));
    }
    return new Task(Task.KNOWN_ITEMS, queries, new Qrels(grades), List.of());
  }

  /// In the order of ids, so that a seed gives the same queries for every index of the papers.
  private static List<Paper> papers(PaperIndex index) {
    Map<String, Integer> titles = new HashMap<>();
    List<Paper> papers = new ArrayList<>();
    try (IndexSnapshot snapshot = index.snapshot()) {
      snapshot.scan(
          number -> {
            Paper paper = snapshot.paper(number);
            titles.merge(TitleKey.of(paper.title()), 1, Integer::sum);
            papers.add(paper);
          });
    }
    papers.removeIf(
        paper ->
            words(paper.title()).size() < MIN_WORDS
                || titles.getOrDefault(TitleKey.of(paper.title()), 0) > 1);
    papers.sort((one, other) -> one.id().compareTo(other.id()));
    return papers;
  }

  private static String cut(String title, Random random) {
    List<String> words = new ArrayList<>(words(title));
    for (int i = 0; i < LEFT_OUT; i++) {
      words.remove(random.nextInt(words.size()));
    }
    return String.join(" ", words);
  }

  private static List<String> words(String title) {
    return Arrays.asList(SPACE.split(title));
  }
}
