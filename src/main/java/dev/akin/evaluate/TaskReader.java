package dev.akin.evaluate;

import dev.akin.paper.PaperId;
import dev.akin.recommend.query.Aspect;
import dev.akin.recommend.query.Example;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads the tasks of a collection's folder.
final class TaskReader {
  private static final String BACKGROUND = "background";
  private static final String PROBLEM = Aspect.PROBLEM.label();

  private final Path folder;

  private final boolean titlesOnly;

  /// @param titlesOnly whether the abstracts of queries are hidden
  TaskReader(Path folder, boolean titlesOnly) {
    this.folder = folder;
    this.titlesOnly = titlesOnly;
  }

  List<Task> read() {
    List<Task> tasks = new ArrayList<>();
    if (Files.exists(folder.resolve(TestCollection.QUERIES))) {
      List<TestQuery> queries = queries(TestCollection.QUERIES, this::paper);
      tasks.add(task(Task.PAPERS, withPools(queries), TestCollection.QRELS));
    }
    if (Files.exists(folder.resolve(TestCollection.PHRASES))) {
      List<TestQuery> queries =
          queries(TestCollection.PHRASES, line -> new Example.ForPhrase(line.required("text")));
      tasks.add(task(Task.PHRASES, queries, TestCollection.PHRASE_QRELS));
    }
    return tasks;
  }

  private List<TestQuery> queries(String file, Function<JsonLine, Example> example) {
    Map<String, TestQuery> queries = new LinkedHashMap<>();
    LineFile.forEach(
        folder.resolve(file),
        text -> {
          JsonLine line = JsonLine.parse(text);
          String id = line.required("qid");
          TestQuery query =
              new TestQuery(id, example.apply(line), aspect(line.string("facet")), null);
          if (queries.put(id, query) != null) {
            throw new IllegalArgumentException("this qid occurs twice");
          }
        });
    return List.copyOf(queries.values());
  }

  /// The aspect that a facet is; absent if it is none. CSFCube's `background` is the problem.
  private static @Nullable Aspect aspect(@Nullable String facet) {
    return Arrays.stream(Aspect.values())
        .filter(aspect -> aspect.label().equals(BACKGROUND.equals(facet) ? PROBLEM : facet))
        .findFirst()
        .orElse(null);
  }

  private Example paper(JsonLine line) {
    String paper = line.string("paper");
    if (paper != null) {
      return new Example.LikePaper(paper);
    }
    String text = line.string("text");
    if (text != null) {
      return new Example.LikeText(text);
    }
    String title = Objects.requireNonNullElse(line.string("title"), "");
    String abstractText = Objects.requireNonNullElse(line.string("abstract"), "");
    if (title.isBlank() && abstractText.isBlank()) {
      throw new IllegalArgumentException("there is no paper, no title with abstract, and no text");
    }
    return new Example.LikeText(title, titlesOnly && !title.isBlank() ? "" : abstractText);
  }

  private List<TestQuery> withPools(List<TestQuery> queries) {
    Path file = folder.resolve(TestCollection.POOLS);
    if (!Files.exists(file)) {
      return queries;
    }
    Map<String, List<PaperId>> pools = pools(file);
    return queries.stream().map(query -> withPool(query, pools.get(query.id()), file)).toList();
  }

  private static TestQuery withPool(TestQuery query, @Nullable List<PaperId> pool, Path file) {
    if (pool == null) {
      throw EvaluateException.malformed(file, "there is no pool for the query " + query.id());
    }
    return query.withPool(pool);
  }

  private static Map<String, List<PaperId>> pools(Path file) {
    Map<String, List<PaperId>> pools = new LinkedHashMap<>();
    LineFile.forEach(
        file,
        text -> {
          JsonLine line = JsonLine.parse(text);
          List<PaperId> pool = line.strings("candidates").stream().map(PaperId::new).toList();
          if (Set.copyOf(pool).size() < pool.size()) {
            throw new IllegalArgumentException("a candidate occurs twice");
          }
          if (pools.put(line.required("qid"), pool) != null) {
            throw new IllegalArgumentException("this qid occurs twice");
          }
        });
    return pools;
  }

  private Task task(String name, List<TestQuery> queries, String qrelsFile) {
    Path file = folder.resolve(qrelsFile);
    Qrels qrels = Qrels.read(file);
    List<TestQuery> judged =
        queries.stream().filter(query -> !qrels.of(query.id()).isEmpty()).toList();
    if (judged.isEmpty()) {
      throw EvaluateException.malformed(file, "no query of the collection has judgments");
    }
    Set<String> unknown = new HashSet<>(qrels.grades().keySet());
    queries.forEach(query -> unknown.remove(query.id()));
    List<String> notes = new ArrayList<>();
    Notes.note(notes, queries.size() - judged.size(), "queries without judgments, left out: %,d");
    Notes.note(notes, unknown.size(), "queries with judgments that are not in the collection: %,d");
    return new Task(name, judged, qrels, notes);
  }
}
