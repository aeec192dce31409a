package dev.akin.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.index.store.BothStores;
import dev.akin.index.store.PaperIndex;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.index.store.Stores;
import dev.akin.index.store.TextKey;
import dev.akin.paper.Paper;
import dev.akin.recommend.query.Example;
import dev.akin.recommend.query.Mode;
import dev.akin.recommend.query.Query;
import dev.akin.recommend.query.RecommendOptions;
import dev.akin.recommend.query.Strategy;
import dev.akin.vector.Embedding;
import dev.akin.vector.SentenceEmbeddings;
import dev.akin.vector.Space;
import dev.akin.vector.TextVectors;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// An index of two models, each with a plane of its own.
@BothStores
class SeveralModelsTest {
  private static final Space FIRST = Space.of("first", 2, Map.of("weights", "one"));
  private static final Space SECOND = Space.of("second", 2, Map.of("weights", "two"));
  private static final RecommendOptions SEMANTIC = RecommendOptions.DEFAULT.withMode(Mode.SEMANTIC);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Strategy.class)
  void meansTheCosines(Strategy strategy) {
    try (PaperIndexWriter writer = open()) {
      put(writer, "query", 0, 0);
      put(writer, "x", 60, 0);
      put(writer, "y", 30, 90);
      writer.commit();
    }
    List<Recommendation> results = results("query", SEMANTIC.withStrategy(strategy));
    // x: (0.5 + 1) / 2 = 0.75; y: (0.8660 + 0) / 2 = 0.4330, though it is nearer by the first model
    assertThat(ids(results)).containsExactly("x", "y");
    assertThat(results.getFirst().cosine()).isCloseTo(0.75, within(1e-6));
    assertThat(results.getLast().cosine()).isCloseTo(0.4330, within(1e-4));
  }

  /// By the first model 70 papers are nearer, more than are looked at for a short list.
  @ParameterizedTest
  @EnumSource(Strategy.class)
  void findsWhatTheSecondModelAloneFinds(Strategy strategy) {
    try (PaperIndexWriter writer = open()) {
      writer.expect(
          IntStream.range(0, 70).mapToObj(i -> paper("p" + i)).toList(),
          paper -> TextKey.of(paper.id().value()));
      put(writer, "query", 0, 0);
      for (int i = 0; i < 70; i++) {
        put(writer, "p" + i, 10 + i * 0.1, 180 - i * 0.1);
      }
      put(writer, "x", 90, 0);
      writer.commit();
    }
    Recommendation first = results("query", SEMANTIC.withStrategy(strategy)).getFirst();
    // (0 + 1) / 2; of p0 (0.9848 - 1) / 2
    assertThat(first.paper().id().value()).isEqualTo("x");
    assertThat(first.cosine()).isCloseTo(0.5, within(1e-6));
  }

  @Test
  void aimsInEachSpaceByItself() {
    try (PaperIndexWriter writer = open()) {
      put(writer, "a", 0, 0);
      put(writer, "b", 90, 60);
      put(writer, "x", 45, 0);
      writer.commit();
    }
    Query query =
        Query.of(List.of(new Example.LikePaper("a"), new Example.LikePaper("b")), List.of());
    try (PaperIndex index = Stores.at(folder).open(PaperIndex.Check.NOTHING)) {
      // The means are at 45° and 30°: (1 + 0.8660) / 2 = 0.9330.
      assertThat(recommender(index).recommend(query, SEMANTIC).results().getFirst().cosine())
          .isCloseTo(0.9330, within(1e-4));
    }
  }

  private PaperIndexWriter open() {
    return Stores.at(folder).writer(List.of(FIRST, SECOND));
  }

  private static void put(PaperIndexWriter writer, String id, double first, double second) {
    TextKey key = TextKey.of(id);
    writer.addText(
        key,
        new TextVectors(
            List.of(direction(FIRST, first), direction(SECOND, second)),
            SentenceEmbeddings.none(FIRST)));
    writer.upsert(paper(id), key);
  }

  private static Paper paper(String id) {
    return PlaneIndex.paper(id, "Title " + id, "Author of " + id, null);
  }

  private static Embedding direction(Space space, double degrees) {
    double angle = Math.toRadians(degrees);
    return Embedding.normalize(
        space, new float[] {(float) Math.cos(angle), (float) Math.sin(angle)});
  }

  private List<Recommendation> results(String id, RecommendOptions options) {
    try (PaperIndex index = Stores.at(folder).open(PaperIndex.Check.NOTHING)) {
      return recommender(index).recommend(Query.of(new Example.LikePaper(id)), options).results();
    }
  }

  private static Recommender recommender(PaperIndex index) {
    return new Recommender(
        index,
        () -> {
          throw new AssertionError("papers of the index need no model");
        });
  }

  private static List<String> ids(List<Recommendation> results) {
    return results.stream().map(result -> result.paper().id().value()).toList();
  }
}
