package dev.akin.evaluate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A test collection: papers, queries, and people's judgments on which papers answer them.
///
/// It is a folder of
///
/// - `papers.jsonl` or `papers.jsonl.gz`: the corpus;
/// - `queries.jsonl` with `qrels.txt`: in each line a JSON object with `qid`, and `paper` (the id
///   of a paper of the corpus), or `title` and `abstract` of a paper that is not in it, or `text`;
///   and if people judged by one aspect, `facet`: `problem` (or `background`), `method`, `result`;
/// - `pools.jsonl`, for these queries: `qid` and `candidates`, the ids to rank; without this file
///   the corpus is searched;
/// - `phrases.jsonl` with `qrels-phrases.txt`: `qid` and `text`, such as a sentence that cites the
///   papers;
///
/// with the judgments in the TREC format ([Qrels#read]).
///
/// @param name of the folder
/// @param papers the file of its papers; absent if there is none
/// @param tasks may be none
public record TestCollection(String name, @Nullable Path papers, List<Task> tasks) {
  static final String PAPERS = "papers.jsonl";
  static final String QUERIES = "queries.jsonl";
  static final String POOLS = "pools.jsonl";
  static final String QRELS = "qrels.txt";
  static final String PHRASES = "phrases.jsonl";
  static final String PHRASE_QRELS = "qrels-phrases.txt";

  public TestCollection {
    tasks = List.copyOf(tasks);
  }

  /// Reads a collection.
  ///
  /// @param path its folder; or a file of papers, which has no tasks
  /// @throws EvaluateException if it does not exist, or something in it is wrong
  public static TestCollection read(Path path) {
    return read(path, false);
  }

  /// Reads a collection, and hides the abstracts of its queries, but not those of its papers.
  ///
  /// @param path its folder; or a file of papers, which has no tasks
  /// @throws EvaluateException if it does not exist, or something in it is wrong
  public static TestCollection readTitlesOnly(Path path) {
    return read(path, true);
  }

  private static TestCollection read(Path path, boolean titlesOnly) {
    String name = String.valueOf(path.toAbsolutePath().normalize().getFileName());
    if (Files.isRegularFile(path)) {
      return new TestCollection(name, path, List.of());
    }
    if (!Files.isDirectory(path)) {
      throw EvaluateException.missing(path);
    }
    Path papers =
        Stream.of(PAPERS, PAPERS + ".gz")
            .map(path::resolve)
            .filter(Files::isRegularFile)
            .findFirst()
            .orElse(null);
    return new TestCollection(name, papers, new TaskReader(path, titlesOnly).read());
  }

  /// Requires that there is a task.
  ///
  /// @param path it was read from, for the message
  /// @throws EvaluateException if there is none
  public void requireTasks(Path path) {
    if (tasks.isEmpty()) {
      throw EvaluateException.malformed(
          path,
          "no test collection: there is neither %s with %s nor %s with %s"
              .formatted(QUERIES, QRELS, PHRASES, PHRASE_QRELS));
    }
  }

  /// Requires that a run answers queries of the collection.
  ///
  /// @param file it was read from, for the message
  /// @throws EvaluateException if it answers no query
  public void requireAnswers(Run run, Path file) {
    if (tasks.stream().noneMatch(run::answers)) {
      throw EvaluateException.malformed(file, "no query of " + name + " is answered in it");
    }
  }

  /// The file of its papers.
  ///
  /// @param path it was read from, for the message
  /// @throws EvaluateException if there is none
  public Path requirePapers(Path path) {
    if (papers == null) {
      throw EvaluateException.malformed(
          path, "no papers to rank: there is neither %s nor %s.gz".formatted(PAPERS, PAPERS));
    }
    return papers;
  }
}
