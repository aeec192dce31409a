package dev.akin.evaluate;

import dev.akin.paper.PaperId;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Runs as TREC has them: `query Q0 paper rank score system` a line, parted by white space.
public final class RunFile {
  private RunFile() {}

  /// Reads a run. Papers are ordered by score, those of equal score as they stand in the file; the
  /// ranks in it do not count.
  ///
  /// @param file its name without the ending is the system's
  /// @throws EvaluateException if it cannot be read or a line is wrong
  public static Run read(Path file) {
    Map<String, Map<PaperId, Double>> scores = new LinkedHashMap<>();
    LineFile.forEach(file, line -> add(line, scores));
    Map<String, List<Run.Ranked>> rankings = new LinkedHashMap<>();
    scores.forEach((query, papers) -> rankings.put(query, ranked(papers)));
    return new Run(nameOf(file), null, rankings);
  }

  private static void add(String line, Map<String, Map<PaperId, Double>> scores) {
    String[] fields = LineFile.fields(line, "query", "Q0", "paper", "rank", "score", "system");
    Map<PaperId, Double> ofQuery = scores.computeIfAbsent(fields[0], _ -> new LinkedHashMap<>());
    if (ofQuery.put(new PaperId(fields[2]), score(fields[4])) != null) {
      throw new IllegalArgumentException("this paper was ranked for this query before");
    }
  }

  private static double score(String field) {
    try {
      double score = Double.parseDouble(field);
      if (!Double.isNaN(score)) {
        return score;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("the score is not a number", e);
    }
    throw new IllegalArgumentException("the score is not a number");
  }

  private static List<Run.Ranked> ranked(Map<PaperId, Double> scores) {
    return scores.entrySet().stream()
        .map(entry -> new Run.Ranked(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingDouble((Run.Ranked ranked) -> -ranked.score()))
        .toList();
  }

  private static String nameOf(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /// Writes a run, over what is there; makes its folder.
  ///
  /// @throws EvaluateException if it cannot be written, or a name in it has white space, which the
  ///   form does not allow
  public static void write(Run run, Path file) {
    try (BufferedWriter writer = open(file)) {
      for (Map.Entry<String, List<Run.Ranked>> entry : run.rankings().entrySet()) {
        int rank = 0;
        for (Run.Ranked ranked : entry.getValue()) {
          rank++;
          writer.write(
              "%s Q0 %s %d %s %s\n"
                  .formatted(
                      word(file, entry.getKey()),
                      word(file, ranked.paper().value()),
                      rank,
                      ranked.score(),
                      word(file, run.system().toString().replaceAll("[,\\s]+", "-"))));
        }
      }
    } catch (IOException e) {
      throw EvaluateException.unwritable(file, e);
    }
  }

  private static BufferedWriter open(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    return Files.newBufferedWriter(file);
  }

  private static String word(Path file, String name) {
    if (name.isEmpty() || name.chars().anyMatch(Character::isWhitespace)) {
      throw EvaluateException.malformed(
          file, "a run cannot hold the name \"" + name + "\", which has white space in it");
    }
    return name;
  }
}
