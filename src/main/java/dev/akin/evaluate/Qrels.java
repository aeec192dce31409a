package dev.akin.evaluate;

import dev.akin.paper.PaperId;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Which papers people found relevant to which query.
///
/// @param grades by query, then by paper: 0 or less for not relevant, more for more relevant
public record Qrels(Map<String, Map<PaperId, Integer>> grades) {
  public Qrels {
    Map<String, Map<PaperId, Integer>> copy = new LinkedHashMap<>();
    grades.forEach((query, papers) -> copy.put(query, Map.copyOf(papers)));
    grades = Collections.unmodifiableMap(copy);
  }

  /// Reads the TREC format: `query 0 paper grade` in each line, separated by white space.
  ///
  /// @throws EvaluateException if the file cannot be read or a line is wrong
  public static Qrels read(Path file) {
    Map<String, Map<PaperId, Integer>> grades = new LinkedHashMap<>();
    LineFile.forEach(file, line -> add(line, grades));
    return new Qrels(grades);
  }

  private static void add(String line, Map<String, Map<PaperId, Integer>> grades) {
    String[] fields = LineFile.fields(line, "query", "0", "paper", "grade");
    Map<PaperId, Integer> ofQuery = grades.computeIfAbsent(fields[0], _ -> new LinkedHashMap<>());
    if (ofQuery.put(new PaperId(fields[2]), grade(fields[3])) != null) {
      throw new IllegalArgumentException("this paper already has a judgment for this query");
    }
  }

  private static int grade(String field) {
    try {
      return Integer.parseInt(field);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("the grade is not a whole number", e);
    }
  }

  /// The grades of the papers judged for a query; empty if there are none.
  public Map<PaperId, Integer> of(String query) {
    return grades.getOrDefault(query, Map.of());
  }

  /// The highest grade of all; 0 if nothing is relevant.
  int highest() {
    return grades.values().stream()
        .map(Map::values)
        .flatMap(Collection::stream)
        .mapToInt(Integer::intValue)
        .max()
        .orElse(0);
  }
}
