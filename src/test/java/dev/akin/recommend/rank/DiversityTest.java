package dev.akin.recommend.rank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.Seed;
import dev.akin.index.store.BothStores;
import dev.akin.index.store.PaperIndex;
import dev.akin.paper.Paper;
import dev.akin.recommend.PlaneIndex;
import dev.akin.recommend.Recommender;
import dev.akin.recommend.query.Example;
import dev.akin.recommend.query.Mode;
import dev.akin.recommend.query.Query;
import dev.akin.recommend.query.RecommendOptions;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Diversity and the bound on an author's papers, in a plane.
@BothStores
class DiversityTest {
  private static final RecommendOptions SEMANTIC =
      RecommendOptions.DEFAULT.withMode(Mode.SEMANTIC).withFloor(0.0);
  private static final Query QUERY = Query.of(new Example.LikePaper("query"));

  @TempDir Path folder;
  private final Map<Paper, Double> papers = new LinkedHashMap<>();

  // Relevance: a (10°) 1; b (12°) (0.9781 - 0.5) / (0.9848 - 0.5) = 0.986; c (60°) 0.
  // Likeness to a: b cos 2° = 0.9994, c cos 50° = 0.6428.
  // d = 0.5: b 0.493 - 0.500 = -0.007, c 0 - 0.321; d = 0.7: b 0.296 - 0.700, c 0 - 0.450;
  // d = 0.8: b 0.197 - 0.800, c 0 - 0.514.
  @ParameterizedTest
  @CsvSource({"0, a b c", "0.5, a b c", "0.7, a b c", "0.8, a c b", "1, a c b"})
  void putsWhatIsUnlikeTheFirstBeforeWhatIsLikeIt(double diversity, String order) {
    add("query", "Carl Gauss", 0);
    add("a", "Ada Byron", 10);
    add("b", "Bob Moor", 12);
    add("c", "Eve Noether", 60);
    assertThat(ids(SEMANTIC.withDiversity(diversity))).containsExactly(order.split(" "));
  }

  @Test
  void comparesWithEveryPaperThatCameBefore() {
    add("query", "Carl Gauss", 0);
    add("a", "Ada Byron", 1);
    add("b", "Bob Moor", 3);
    add("m", "Emmy Noether", 40);
    add("c", "Sonya Kovalevska", 80);
    // c is 79° from a. m is 39° from a and 40° from c; b is 77° from c, but 2° from a.
    assertThat(ids(SEMANTIC.withDiversity(1))).containsExactly("a", "c", "m", "b");
  }

  @ParameterizedTest
  @CsvSource({"0.3, 0", "1, 0", "0, 1", "0.5, 2"})
  void doesNotChangeTheOrderWithTheLimit(double diversity, int perAuthor) {
    Random random = Seed.random();
    add("query", "Carl Gauss", 0);
    for (int i = 0; i < 100; i++) {
      add("p" + i, "Author X" + random.nextInt(30), random.nextDouble() * 360);
    }
    RecommendOptions options = SEMANTIC.withDiversity(diversity).withPerAuthor(perAuthor);
    try (PaperIndex index = PlaneIndex.of(folder, papers)) {
      List<String> all = ids(index, options.withLimit(40));
      assertThat(all).hasSizeGreaterThan(20);
      for (int limit = 1; limit < all.size(); limit++) {
        assertThat(ids(index, options.withLimit(limit))).isEqualTo(all.subList(0, limit));
      }
    }
  }

  @Test
  void keepsTheBestOfEachAuthorHoweverTheNameIsWritten() {
    add("query", "Carl Gauss", 0);
    add("a", "José García", 10);
    add("b", "Jose Garcia", 20);
    add("c", "Bob Moor", 30);
    add("d", "JOSÉ GARCÍA", 40);
    add("e", "Jose Garcia-Lopez", 50);
    assertThat(ids(SEMANTIC.withPerAuthor(1))).containsExactly("a", "c", "e");
    assertThat(ids(SEMANTIC.withPerAuthor(2))).containsExactly("a", "b", "c", "e");
    assertThat(ids(SEMANTIC.withPerAuthor(0))).containsExactly("a", "b", "c", "d", "e");
  }

  @Test
  void countsEveryAuthorOfAPaper() {
    add("query", "Carl Gauss", 0);
    add("a", "Ada Byron", 10);
    Paper both = PlaneIndex.paper("both", "both", "", null);
    papers.put(
        new Paper(
            both.id(),
            both.title(),
            both.abstractText(),
            List.of("Bob Moor", "Ada Byron"),
            null,
            List.of(),
            null,
            null),
        20.0);
    add("c", "Bob Moor", 30);
    // "both" is not answered, so that it does not count for Bob Moor.
    assertThat(ids(SEMANTIC.withPerAuthor(1))).containsExactly("a", "c");
  }

  private void add(String id, String author, double degrees) {
    papers.put(PlaneIndex.paper(id, id, author, null), degrees);
  }

  private List<String> ids(RecommendOptions options) {
    try (PaperIndex index = PlaneIndex.of(folder.resolve("" + options.hashCode()), papers)) {
      return ids(index, options);
    }
  }

  private static List<String> ids(PaperIndex index, RecommendOptions options) {
    return new Recommender(
            index,
            () -> {
              throw new AssertionError("papers of the index need no model");
            })
        .recommend(QUERY, options).results().stream()
            .map(result -> result.paper().id().value())
            .toList();
  }
}
