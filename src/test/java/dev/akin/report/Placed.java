package dev.akin.report;

import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.index.store.TextKey;
import dev.akin.paper.Paper;
import dev.akin.report.corpus.Corpus;
import dev.akin.report.data.PaperData;
import dev.akin.report.data.PaperOrder;
import dev.akin.report.duplicate.NearDuplicates;
import dev.akin.report.duplicate.WorkVersions;
import dev.akin.report.map.MapPlan;
import dev.akin.report.map.PaperMap;
import dev.akin.report.map.Positions;
import dev.akin.report.paper.PapersPage;
import dev.akin.report.topic.CorpusTopics;
import dev.akin.report.topic.Topic;
import dev.akin.report.topic.Topics;
import dev.akin.report.word.SharedWords;
import dev.akin.vector.AllPairs;
import dev.akin.vector.Embedding;
import dev.akin.vector.NeighborLists;
import dev.akin.vector.Space;
import dev.akin.vector.TextVectors;
import dev.akin.write.table.Provenance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Papers with places on a map. Even rows are in the first topic, odd rows in the second; the last
/// row is in none if it is odd. The greater the row, the farther to the lower right.
public record Placed(Corpus corpus, Topics topics, Positions positions, Provenance provenance) {
  /// Two dimensions.
  public static final Space PLANE = Space.of("plane", 2, Map.of("pooling", "by hand"));

  /// How many neighbors each paper has on pages.
  public static final int NEIGHBORS = 7;

  /// Writes papers to an index and passes them to `each` while the index is open.
  public static void papers(Path directory, List<Paper> papers, Consumer<Placed> each) {
    try (PaperIndexWriter writer = new LuceneStore(directory).writer(List.of(PLANE))) {
      for (Paper paper : papers) {
        TextKey key = TextKey.of(paper.id().value());
        writer.addText(key, TextVectors.of(Embedding.normalize(PLANE, new float[] {1, 0})));
        writer.upsert(paper, key);
      }
      writer.commit();
    }
    try (PaperIndex index = new LuceneStore(directory).open(PaperIndex.Check.FILES);
        IndexSnapshot snapshot = index.snapshot()) {
      Corpus corpus = Corpus.of(snapshot);
      var options = new LinkedHashMap<>(Map.of("seed", "1"));
      Provenance provenance = new Provenance("0.1.0", snapshot.info(), corpus.digest(), options);
      each.accept(new Placed(corpus, topics(corpus.size()), places(corpus.size()), provenance));
    }
  }

  private static Topics topics(int papers) {
    List<Integer> even = IntStream.range(0, papers).filter(row -> row % 2 == 0).boxed().toList();
    List<Integer> odd = IntStream.range(0, papers - 1).filter(row -> row % 2 == 1).boxed().toList();
    List<Topic> list =
        papers < 3
            ? List.of()
            : List.of(new Topic(7, "parsing </script> & trees", even), new Topic(3, "odd", odd));
    return new Topics(list, papers);
  }

  private static Positions places(int papers) {
    double[] places =
        IntStream.range(0, papers).mapToDouble(row -> row / (double) papers).toArray();
    return new Positions(places, Arrays.copyOf(places, papers));
  }

  MapPlan plan() {
    return new MapPlan(corpus.size(), topics, positions);
  }

  /// Writes the files of the map, and the page of papers.
  public void write(Path folder) {
    MapPlan plan = plan();
    PaperOrder order = plan.order(corpus.size());
    new PaperMap(corpus, plan, order).write(folder, provenance);
    NeighborLists lists =
        new AllPairs(NEIGHBORS, 1).of(corpus.vectors(corpus.rows().toArray()), _ -> {});
    CorpusTopics found = new CorpusTopics(corpus, lists, topics, null);
    try {
      PaperData data =
          new PaperData(
              found,
              WorkVersions.of(NearDuplicates.find(corpus, lists)),
              SharedWords.of(corpus, order.onMap()),
              order);
      data.write(folder, NEIGHBORS, provenance);
      new PapersPage(data, order, topics).write(folder, NEIGHBORS, provenance);
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": cannot be written", e);
    }
  }

  /// Writes what a program learns about the map.
  public void writeData(Path folder) {
    Map<String, ObjectNode> data = Map.of("provenance", provenance.json());
    JsonMapper.shared().writeValue(folder.resolve(Overview.DATA), data);
  }
}
