package dev.akin.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.Seed;
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
import dev.akin.vector.Embedding;
import dev.akin.vector.Space;
import dev.akin.vector.TextVectors;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// 200 papers in 40 clusters of five: a pair is of one cluster by a chance of 4 in 199, which is of
/// rarity 1.7, so that a floor of 1.5 is between the clusters and what is in one.
@BothStores
class FloorTest {
  private static final Space SPACE = Space.of("clusters", 48, Map.of("weights", "none"));
  private static final double FLOOR = 1.5;
  private static final int CLUSTERS = 40;
  private static final int PAPERS = 5 * CLUSTERS;
  private static final Query QUERY = Query.of(new Example.LikePaper("p7"));

  @TempDir private static Path folder;
  private static PaperIndex index;

  @BeforeAll
  static void write() {
    Random random = Seed.fixed(7);
    float[][] centers = new float[CLUSTERS][];
    for (int i = 0; i < CLUSTERS; i++) {
      centers[i] = gaussians(random, 1);
    }
    try (PaperIndexWriter writer = Stores.at(folder).writer(List.of(SPACE))) {
      List<Paper> papers = IntStream.range(0, PAPERS).mapToObj(i -> paper("p" + i)).toList();
      writer.expect(papers, paper -> TextKey.of(paper.id().value()));
      for (int i = 0; i < PAPERS; i++) {
        put(writer, "p" + i, centers[i % CLUSTERS], gaussians(random, 0.3f));
      }
      writer.compact(FLOOR, null);
    }
    index = Stores.at(folder).open(PaperIndex.Check.NOTHING);
  }

  @AfterAll
  static void close() {
    index.close();
  }

  private static float[] gaussians(Random random, float spread) {
    float[] values = new float[SPACE.dimension()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian() * spread;
    }
    return values;
  }

  private static void put(PaperIndexWriter writer, String id, float[] center, float[] off) {
    float[] values = center.clone();
    for (int i = 0; i < values.length; i++) {
      values[i] += off[i];
    }
    TextKey key = TextKey.of(id);
    writer.addText(key, TextVectors.of(Embedding.normalize(SPACE, values)));
    writer.upsert(paper(id), key);
  }

  private static Paper paper(String id) {
    return PlaneIndex.paper(id, "Title " + id, "Author of " + id, null);
  }

  @Test
  void isTheIndexsUnlessTheQuerySaysOtherwise() {
    Answer answer = answer(RecommendOptions.DEFAULT.withLimit(200));
    assertThat(ids(answer)).containsExactlyInAnyOrder("p47", "p87", "p127", "p167");
    assertThat(answer.results())
        .allSatisfy(result -> assertThat(result.rarity()).isBetween(1.5, 3.0));
    // All 199 others are candidates by meaning.
    assertThat(answer.belowFloor()).isEqualTo(195);
  }

  @Test
  void cutsNothingAtZero() {
    Answer answer = answer(RecommendOptions.DEFAULT.withFloor(0.0).withLimit(200));
    assertThat(answer.results()).hasSize(199);
    assertThat(answer.belowFloor()).isZero();
  }

  @Test
  void cutsAtTheRarityThatTheQuerySays() {
    Answer all = answer(RecommendOptions.DEFAULT.withFloor(0.0).withLimit(200));
    for (double floor : new double[] {0.5, 1, 2, 9}) {
      Answer answer = answer(RecommendOptions.DEFAULT.withFloor(floor).withLimit(200));
      List<Recommendation> above =
          all.results().stream()
              .filter(result -> result.rarity() != null && result.rarity() >= floor)
              .toList();
      assertThat(ids(answer)).isEqualTo(above.stream().map(r -> r.paper().id().value()).toList());
      assertThat(answer.belowFloor()).isEqualTo(199 - above.size());
    }
  }

  @Test
  void comesBeforeTheLimit() {
    assertThat(answer(RecommendOptions.DEFAULT.withLimit(1)).belowFloor())
        .isEqualTo(answer(RecommendOptions.DEFAULT).belowFloor())
        .isGreaterThan(100);
  }

  @Test
  void doesNotHoldForPapersFoundByWordsWithoutACosine() {
    // Without a model there is no cosine for a text.
    Answer answer =
        recommender()
            .recommend(
                Query.of(new Example.LikeText("Title p3 on title")),
                RecommendOptions.DEFAULT.withMode(Mode.LEXICAL));
    assertThat(answer.results().getFirst().paper().id().value()).isEqualTo("p3");
    assertThat(answer.results())
        .allSatisfy(
            result -> {
              assertThat(result.cosine()).isNull();
              assertThat(result.rarity()).isNull();
            });
    assertThat(answer.belowFloor()).isZero();
  }

  private static Answer answer(RecommendOptions options) {
    return recommender().recommend(QUERY, options);
  }

  private static Recommender recommender() {
    return new Recommender(
        index,
        () -> {
          throw new AssertionError("the model is not needed");
        });
  }

  private static List<String> ids(Answer answer) {
    return answer.results().stream().map(result -> result.paper().id().value()).toList();
  }
}
