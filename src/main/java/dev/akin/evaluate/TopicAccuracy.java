package dev.akin.evaluate;

import dev.akin.base.Printable;
import dev.akin.index.store.Hit;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.paper.PaperId;
import dev.akin.recommend.query.Example;
import dev.akin.recommend.query.Mode;
import dev.akin.recommend.query.Query;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// How often a paper has the topic of its neighbors. For each labeled paper of an index, the ten
/// nearest other labeled papers vote for their topics, each with its score (the weighted k-nearest
/// neighbor rule: Dudani, IEEE Transactions on Systems, Man, and Cybernetics, 1976; leaving one
/// out: Lachenbruch and Mickey, Technometrics, 1968). If topics have equal votes, the first by name
/// wins. A paper without neighbors counts as wrong.
///
/// Every labeled paper is compared with every other. Uses all cores.
public final class TopicAccuracy {
  /// The name of the task.
  public static final String TASK = "topics";

  private static final int NEIGHBORS = 10;

  private final List<Evaluator> indexes;
  private final LabeledTopics topics;

  /// @param indexes with the same of the labeled papers
  public TopicAccuracy(List<Evaluator> indexes, LabeledTopics topics) {
    this.indexes = indexes;
    this.topics = topics;
  }

  /// Measures some modes in each index.
  ///
  /// @param file of the topics, for the message
  /// @throws EvaluateException if an index has none of the papers, or others than the first
  public TaskResult measure(List<Mode> modes, Path file) {
    if (indexes.stream().map(this::papers).distinct().count() > 1) {
      throw EvaluateException.malformed(file, "the indexes have different papers of it");
    }
    List<TaskResult> results = indexes.stream().map(index -> measure(index, modes, file)).toList();
    TaskResult first = results.getFirst();
    return new TaskResult(
        TASK,
        first.description(),
        first.queries(),
        results.stream().flatMap(result -> result.systems().stream()).toList(),
        first.notes());
  }

  private List<PaperId> papers(Evaluator index) {
    try (IndexSnapshot snapshot = index.index().snapshot()) {
      return labeled(snapshot).papers();
    }
  }

  private TaskResult measure(Evaluator index, List<Mode> modes, Path file) {
    try (IndexSnapshot snapshot = index.index().snapshot()) {
      Labeled labeled = labeled(snapshot);
      int count = labeled.papers().size();
      if (count == 0) {
        throw EvaluateException.malformed(file, "the corpus has none of the papers in it");
      }
      List<String> notes = new ArrayList<>();
      Notes.note(
          notes,
          topics.topicOf().size() - count,
          "papers with a topic that the corpus does not have, left out: %,d");
      long distinct = labeled.topics().values().stream().distinct().count();
      return new TaskResult(
          TASK,
          "%s of %s, each by its %d nearest others"
              .formatted(
                  Printable.count(count, "paper"), Printable.count(distinct, "topic"), NEIGHBORS),
          count,
          modes.stream().map(mode -> measure(index, snapshot, mode, labeled)).toList(),
          notes);
    }
  }

  /// The labeled papers that the index has.
  ///
  /// @param papers in the order of the topics, which is the same for each index
  /// @param topics by number, in the same order
  private record Labeled(List<PaperId> papers, Map<Integer, String> topics) {
    int[] numbers() {
      return topics.keySet().stream().mapToInt(Integer::intValue).toArray();
    }
  }

  private Labeled labeled(IndexSnapshot snapshot) {
    List<PaperId> papers = new ArrayList<>();
    Map<Integer, String> byNumber = new LinkedHashMap<>();
    topics
        .topicOf()
        .forEach(
            (paper, topic) -> {
              OptionalInt number = snapshot.find(paper.value());
              if (number.isPresent()) {
                papers.add(paper);
                byNumber.put(number.getAsInt(), topic);
              }
            });
    return new Labeled(papers, byNumber);
  }

  private SystemResult measure(
      Evaluator index, IndexSnapshot snapshot, Mode mode, Labeled labeled) {
    int[] numbers = labeled.numbers();
    Sample right =
        Sample.of(
            IntStream.range(0, numbers.length)
                .parallel()
                .mapToDouble(
                    place -> {
                      Query query =
                          Query.of(new Example.LikePaper(labeled.papers().get(place).value()));
                      List<Hit> hits = index.recommender().rank(snapshot, query, mode, numbers);
                      String voted = vote(hits, labeled.topics());
                      return voted.equals(labeled.topics().get(numbers[place])) ? 1 : 0;
                    }));
    return new SystemResult(
        index.system(mode), Evaluator.modelOf(snapshot, mode), Map.of("accuracy", right));
  }

  /// The topic that the first papers vote for; empty if there are none.
  ///
  /// @param hits best first
  static String vote(List<Hit> hits, Map<Integer, String> topics) {
    Map<String, Double> votes = new TreeMap<>();
    hits.stream()
        .limit(NEIGHBORS)
        .forEach(hit -> votes.merge(topics.get(hit.paper()), hit.score(), Double::sum));
    String voted = "";
    double most = Double.NEGATIVE_INFINITY;
    for (Map.Entry<String, Double> topic : votes.entrySet()) {
      if (topic.getValue() > most) {
        voted = topic.getKey();
        most = topic.getValue();
      }
    }
    return voted;
  }
}
