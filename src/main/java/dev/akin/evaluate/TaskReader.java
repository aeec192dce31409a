package dev.akin.evaluate;

import dev.akin.paper.PaperId;
import dev.akin.recommend.query.Example;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
      Map<String, Example> examples = examples(TestCollection.QUERIES, this::paper);
      tasks.add(task(Task.PAPERS, queries(examples), TestCollection.QRELS));
    }
    if (Files.exists(folder.resolve(TestCollection.PHRASES))) {
      Map<String, Example> examples =
          examples(TestCollection.PHRASES, line -> new Example.ForPhrase(line.required("text")));
      tasks.add(task(Task.PHRASES, withoutPools(examples), TestCollection.PHRASE_QRELS));
    }
    return tasks;
  }

  private Map<String, Example> examples(String file, Function<JsonLine, Example> example) {
    Map<String, Example> examples = new LinkedHashMap<>();
    LineFile.forEach(
        folder.resolve(file),
        text -> {
          JsonLine line = JsonLine.parse(text);
          if (examples.put(line.required("qid"), example.apply(line)) != null) {
            throw new IllegalArgumentException("this qid occurs twice");
          }
        });
    return examples;
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

  private List<TestQuery> queries(Map<String, Example> examples) {
    Path file = folder.resolve(TestCollection.POOLS);
    if (!Files.exists(file)) {
      return withoutPools(examples);
    }
    Map<String, List<PaperId>> pools = pools(file);
    List<TestQuery> queries = new ArrayList<>();
    examples.forEach((id, example) -> queries.add(query(id, example, pools.get(id), file)));
    return queries;
  }

  private static TestQuery query(
      String id, Example example, @Nullable List<PaperId> pool, Path file) {
    if (pool == null) {
      throw EvaluateException.malformed(file, "there is no pool for the query " + id);
    }
    TestQuery query = new TestQuery(id, example, null);
    return new TestQuery(
        id, example, pool.stream().filter(paper -> !query.isAbout(paper)).toList());
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

  private static List<TestQuery> withoutPools(Map<String, Example> examples) {
    List<TestQuery> queries = new ArrayList<>();
    examples.forEach((id, example) -> queries.add(new TestQuery(id, example, null)));
    return queries;
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
