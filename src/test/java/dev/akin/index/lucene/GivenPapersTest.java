package dev.akin.index.lucene;

import static dev.akin.index.lucene.Samples.find;
import static dev.akin.index.lucene.Samples.ids;
import static dev.akin.index.lucene.Samples.look;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.Seed;
import dev.akin.index.store.BothStores;
import dev.akin.index.store.Filter;
import dev.akin.index.store.Hit;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.NearestOptions;
import dev.akin.index.word.QueryTerms;
import dev.akin.paper.Paper;
import dev.akin.vector.Embedding;
import dev.akin.vector.Space;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The scores of given papers are the same as in a search of all papers.
@BothStores
class GivenPapersTest {
  private static final List<String> WORDS =
      List.of("graph", "parser", "teapot", "quantum", "river", "sparse", "theorem", "wind");

  @TempDir private static Path directory;

  /// There are two segments. Papers 5 and 25 have the same text; `empty` has none.
  @BeforeAll
  static void index() {
    Samples.index(
        directory, IntStream.range(0, 20).mapToObj(GivenPapersTest::paper).toArray(Paper[]::new));
    Samples.index(
        directory,
        Stream.concat(
                IntStream.range(20, 40).mapToObj(GivenPapersTest::paper),
                Stream.of(Samples.paper("empty", "")))
            .toArray(Paper[]::new));
  }

  private static Paper paper(int number) {
    Random random = Seed.fixed(number == 25 ? 5 : number);
    String title = WORDS.get(random.nextInt(8)) + " " + WORDS.get(random.nextInt(8));
    return Samples.paper("p" + number, title);
  }

  private static int[] given(IndexSnapshot snapshot) {
    return Stream.of("p31", "p5", "empty", "p25", "p3", "p17", "p2", "p8")
        .mapToInt(id -> find(snapshot, id))
        .toArray();
  }

  private static List<Hit> only(List<Hit> hits, int[] papers) {
    Set<Integer> kept = new HashSet<>(IntStream.of(papers).boxed().toList());
    return hits.stream().filter(hit -> kept.contains(hit.paper())).toList();
  }

  @Test
  void areAsNearAsInASearchOfAll() {
    look(
        directory,
        snapshot -> {
          Embedding query = snapshot.embeddings(find(snapshot, "p12")).getFirst();
          int[] given = given(snapshot);
          NearestOptions exact = new NearestOptions(Filter.NONE, NearestOptions.Method.EXACT);
          assertThat(snapshot.nearest(query, given))
              .hasSize(7)
              .isEqualTo(only(snapshot.nearest(query, 100, exact), given));
          assertThat(ids(snapshot, snapshot.nearest(query, given))).doesNotContain("empty");
          assertThat(snapshot.nearest(query, new int[0])).isEmpty();
        });
  }

  @Test
  void haveTheScoresThatTheyHaveAmongAll() {
    look(
        directory,
        snapshot -> {
          int[] given = given(snapshot);
          List<Integer> all = new ArrayList<>();
          snapshot.scan(all::add);
          QueryTerms words = Samples.words(snapshot, "", "sparse graphs of quantum wind");
          int[] numbers = all.stream().mapToInt(Integer::intValue).toArray();
          assertThat(snapshot.lexical(words, given))
              .isNotEmpty()
              .isEqualTo(only(snapshot.lexical(words, numbers), given));
          assertThat(snapshot.lexical(Samples.words(snapshot, "", "nothing of that"), given))
              .isEmpty();
          assertThat(snapshot.lexical(words, new int[0])).isEmpty();
        });
  }

  @Test
  void cannotBeComparedWithAnotherModel() {
    Space other = Space.of("other", 2, Map.of());
    look(
        directory,
        snapshot ->
            assertThatThrownBy(
                    () ->
                        snapshot.nearest(
                            Embedding.normalize(other, new float[] {1, 0}), new int[] {0}))
                .isInstanceOf(IllegalArgumentException.class));
  }
}
