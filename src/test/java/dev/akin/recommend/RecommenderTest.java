package dev.akin.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.akin.base.AkinException;
import dev.akin.base.Deadline;
import dev.akin.index.store.BothStores;
import dev.akin.index.store.Filter;
import dev.akin.index.store.IndexException;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.NearestOptions;
import dev.akin.index.store.PaperIndex;
import dev.akin.index.store.Stores;
import dev.akin.paper.PublicationDate;
import dev.akin.recommend.query.Example;
import dev.akin.recommend.query.Mode;
import dev.akin.recommend.query.NoDirectionException;
import dev.akin.recommend.query.Query;
import dev.akin.recommend.query.RecommendOptions;
import dev.akin.recommend.query.UnknownPaperException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@BothStores
class RecommenderTest {
  private static final RecommendOptions SEMANTIC = RecommendOptions.DEFAULT.withMode(Mode.SEMANTIC);

  private static final int MANY_LOOKS = 1_000;

  @TempDir private static Path folder;
  private static PaperIndex index;
  private static Recommender recommender;

  @BeforeAll
  static void open() {
    SmallIndex.write(folder);
    index = Stores.at(folder).open(PaperIndex.Check.FILES);
    recommender =
        new Recommender(
            index,
            () -> {
              throw new AssertionError("the model is not needed for a paper of the index");
            });
  }

  @AfterAll
  static void close() {
    index.close();
  }

  @Test
  void ranksByCosineAndLeavesThePaperItselfOut() {
    Answer answer = recommender.recommend(like("east"), SEMANTIC);
    assertThat(ids(answer)).containsExactly("northeast", "north", "west");
    // (1, 0) and (1, 1)/√2: 0.7071
    assertThat(answer.results().getFirst().cosine()).isCloseTo(0.7071, within(1e-4));
    assertThat(answer.results()).extracting(Recommendation::rank).containsExactly(1, 2, 3);
    assertThat(answer.index().commit()).isEqualTo(2);
  }

  @Test
  void limitsWithoutChangingTheOrder() {
    assertThat(ids(recommender.recommend(like("east"), SEMANTIC.withLimit(2))))
        .containsExactly("northeast", "north");
  }

  @Test
  void findsTheSameExactly() {
    RecommendOptions exact = SEMANTIC.withMethod(NearestOptions.Method.EXACT);
    assertThat(ids(recommender.recommend(like("east"), exact)))
        .containsExactly("northeast", "north", "west");
  }

  /// The clock stands still until somebody has looked at it so many times. Then four fifths of the
  /// time are over.
  @Test
  void endsWithWhatItHasFoundOrSaysThatItIsLate() {
    assumeFalse(Stores.areInCluster(), "searches of a cluster do not end early");
    RecommendOptions options = RecommendOptions.DEFAULT.withFloor(0.0);
    Answer whole = recommender.recommend(like("east"), options);
    Set<String> ends = new TreeSet<>();
    for (int looks = 1; looks < MANY_LOOKS; looks++) {
      long still = looks;
      AtomicLong look = new AtomicLong();
      Deadline deadline =
          Deadline.in(Duration.ofNanos(100), () -> look.incrementAndGet() > still ? 80 : 0);
      try (IndexSnapshot snapshot = index.snapshot();
          IndexSnapshot timed = snapshot.until(deadline)) {
        Answer answer = recommender.recommend(timed, like("east"), options);
        assertThat(answer.results()).isNotEmpty();
        if (answer.partial()) {
          assertThat(whole.results()).hasSizeGreaterThanOrEqualTo(answer.results().size());
        } else {
          assertThat(answer).isEqualTo(whole);
        }
        ends.add(answer.partial() ? "part" : "whole");
      } catch (IndexException e) {
        assertThat(e.kind()).isEqualTo(AkinException.Kind.LATE);
        ends.add("late");
      }
    }
    assertThat(ends).containsExactly("late", "part", "whole");
  }

  @Test
  void averagesSeveralPapers() {
    Query both =
        Query.of(List.of(new Example.LikePaper("east"), new Example.LikePaper("north")), List.of());
    // ((1, 0) + (0, 1)) / 2 points to the northeast
    Answer answer = recommender.recommend(both, SEMANTIC);
    assertThat(ids(answer)).containsExactly("northeast", "west");
    assertThat(answer.results().getFirst().cosine()).isCloseTo(1.0, within(1e-6));
  }

  @Test
  void movesAwayFromWhatIsNotWanted() {
    Query query =
        Query.of(
            List.of(new Example.LikePaper("northeast")), List.of(new Example.LikePaper("east")));
    // 2 · (0.7071, 0.7071) - (1, 0) = (0.4142, 1.4142): nearest to the north
    assertThat(ids(recommender.recommend(query, SEMANTIC))).containsExactly("north", "west");
  }

  @Test
  void saysThatExamplesCancel() {
    Query query =
        Query.of(List.of(new Example.LikePaper("east"), new Example.LikePaper("west")), List.of());
    assertThatThrownBy(() -> recommender.recommend(query, SEMANTIC))
        .isInstanceOf(NoDirectionException.class)
        .hasMessageContaining("cancel");
  }

  @Test
  void findsNothingForAPaperWithoutText() {
    assertThatThrownBy(() -> recommender.recommend(like("void"), SEMANTIC))
        .isInstanceOf(NoDirectionException.class);
    assertThat(recommender.recommendOrNothing(like("void"), SEMANTIC).results()).isEmpty();
  }

  @Test
  void ranksByWords() {
    Answer answer =
        recommender.recommend(like("northeast"), RecommendOptions.DEFAULT.withMode(Mode.LEXICAL));
    assertThat(ids(answer)).containsExactlyInAnyOrder("east", "north");
  }

  @Test
  void putsMeaningAndWordsTogether() {
    // By meaning, north: northeast, east (cosine 0), west (0). By words, north: northeast alone.
    Answer answer = recommender.recommend(like("north"), RecommendOptions.DEFAULT);
    assertThat(ids(answer)).startsWith("northeast").contains("east", "west");
  }

  @Test
  void filters() {
    Filter since2023 =
        new Filter(PublicationDate.ofYear(2023), null, List.of(), List.of(), List.of());
    RecommendOptions options = RecommendOptions.DEFAULT.withFilter(since2023);
    assertThat(ids(recommender.recommend(like("east"), options)))
        .containsExactlyInAnyOrder("north", "west");
  }

  @Test
  void saysWhichIdsLookLikeAnUnknownOne() {
    assertThatThrownBy(() -> recommender.recommend(like("Nort"), SEMANTIC))
        .isInstanceOf(UnknownPaperException.class)
        .hasMessageContaining("\"Nort\"")
        .hasMessageContaining("north");
  }

  private static Query like(String id) {
    return Query.of(new Example.LikePaper(id));
  }

  private static List<String> ids(Answer answer) {
    return answer.results().stream().map(result -> result.paper().id().value()).toList();
  }
}
