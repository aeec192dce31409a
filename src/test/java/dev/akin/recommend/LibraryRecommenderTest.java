package dev.akin.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.base.Deadline;
import dev.akin.index.store.BothStores;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.paper.Paper;
import dev.akin.recommend.query.Example;
import dev.akin.recommend.query.Examples;
import dev.akin.recommend.query.LoadedPapers;
import dev.akin.recommend.query.Mode;
import dev.akin.recommend.query.NoDirectionException;
import dev.akin.recommend.query.OwnWorks;
import dev.akin.recommend.query.RecommendOptions;
import dev.akin.recommend.query.Resolved;
import dev.akin.recommend.query.Weighted;
import dev.akin.recommend.rank.Ranker;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@BothStores
class LibraryRecommenderTest {
  private static final RecommendOptions SEMANTIC = RecommendOptions.DEFAULT.withMode(Mode.SEMANTIC);

  /// Two interests, at 0° and at 90°; what is near to each, and between them.
  private static final Map<String, Double> DEGREES =
      Map.of(
          "a1", 0.0, "a2", 10.0, "a3", 20.0, "b1", 90.0, "b2", 100.0, "near-a", 6.0, "near-b", 97.0,
          "between", 45.0);

  @TempDir Path folder;
  private PaperIndex index;
  private LibraryRecommender recommender;

  @BeforeEach
  void open() {
    Map<Paper, Double> papers = new HashMap<>();
    DEGREES.forEach((id, degrees) -> papers.put(paper(id), degrees));
    papers.put(PlaneIndex.paper("a1-again", "a1 of many words", "", null), 1.0);
    index = PlaneIndex.of(folder, papers);
    recommender =
        new LibraryRecommender(
            index,
            () -> {
              throw new AssertionError("no text has to be read");
            },
            language -> true);
  }

  @AfterEach
  void close() {
    index.close();
  }

  @Test
  void recommendsForEachInterestWhatIsNotInTheLibrary() {
    LibraryAnswer answer = recommender.recommend(library("b1", "a1", "b2", "a2", "a3"), SEMANTIC);
    // "between" is third for both, and a1's other version is nobody's.
    assertThat(results(answer)).containsExactly(List.of("near-a", "between"), List.of("near-b"));
    assertThat(answer.interests()).extracting(Interest::size).containsExactly(3, 2);
    assertThat(answer.interests().getFirst().central())
        .extracting(Interest.Central::title)
        .containsExactly("a2 of many words", "a1 of many words");
  }

  @Test
  void saysWhichPaperOfTheLibraryEachResultIsClosestTo() {
    LibraryAnswer answer = recommender.recommend(library("b1", "a1", "b2", "a2", "a3"), SEMANTIC);
    // near-a is at 6 degrees, a2 at 10, a1 at 0; between at 45, a3 at 20; near-b at 97, b2 at 100.
    assertThat(answer.interests())
        .extracting(interest -> interest.closest().stream().map(Interest.Central::title).toList())
        .containsExactly(
            List.of("a2 of many words", "a3 of many words"), List.of("b2 of many words"));
  }

  @Test
  void sharesTheLimitOut() {
    LibraryQuery library = library("a1", "a2", "a3", "b1", "b2");
    LibraryAnswer two = recommender.recommend(library, SEMANTIC.withLimit(2));
    assertThat(results(two)).containsExactly(List.of("near-a"), List.of("near-b"));
    LibraryAnswer one = recommender.recommend(library, SEMANTIC.withLimit(1));
    assertThat(results(one)).containsExactly(List.of("near-a"));
    assertThat(one.otherInterests()).isEqualTo(1);
  }

  @Test
  void takesPapersAsFurtherExamplesAndAwayFromOthers() {
    LibraryQuery query = new LibraryQuery(entries("a1"), weighted("b1", "a1"), weighted("between"));
    LibraryAnswer answer = recommender.recommend(query, SEMANTIC);
    assertThat(answer.interests()).extracting(Interest::size).containsExactly(1, 1);
    assertThat(answer.interests()).allMatch(each -> each.answer().disliked().size() == 1);
    assertThat(results(answer).stream().flatMap(List::stream))
        .contains("near-a", "near-b")
        .doesNotContain("between", "b1", "a1", "a1-again");
  }

  @Test
  void answersForTheInterestsThatThereWasTimeFor() {
    LibraryQuery library = library("b1", "a1", "b2", "a2", "a3");
    AtomicLong now = new AtomicLong();
    Deadline deadline = Deadline.in(Duration.ofHours(1), now::get);
    try (IndexSnapshot snapshot = index.snapshot();
        IndexSnapshot own = snapshot.until(deadline)) {
      // The hour is over when the papers for the first interest were read.
      IndexSnapshot slow =
          (IndexSnapshot)
              Proxy.newProxyInstance(
                  IndexSnapshot.class.getClassLoader(),
                  new Class<?>[] {IndexSnapshot.class},
                  (_, method, arguments) -> {
                    try {
                      return method.invoke(own, arguments);
                    } catch (InvocationTargetException e) {
                      throw e.getCause();
                    } finally {
                      if (method.getName().equals("papers")) {
                        now.addAndGet(deadline.limit().toNanos());
                      }
                    }
                  });
      LibraryAnswer answer = recommender.recommend(slow, library, SEMANTIC);
      assertThat(answer.partial()).isTrue();
      assertThat(answer.otherInterests()).isEqualTo(1);
    }
  }

  @Test
  void asksForAnInterestByItsMostCentralExamples() {
    Map<Paper, Double> many = new HashMap<>();
    IntStream.range(0, 41).forEach(i -> many.put(paper("p" + i), (double) i));
    try (PaperIndex other = PlaneIndex.of(folder.resolve("other"), many)) {
      LibraryAnswer answer =
          new LibraryRecommender(
                  other,
                  () -> {
                    throw new AssertionError("no text has to be read");
                  },
                  language -> true)
              .recommend(
                  library(many.keySet().stream().map(p -> p.id().value()).toArray(String[]::new)),
                  SEMANTIC);
      assertThat(answer.interests().getFirst().answer().liked())
          .hasSize(20)
          .contains(paper("p20"), paper("p12"))
          .doesNotContain(paper("p0"), paper("p40"));
      assertThat(answer.interests().getFirst().size()).isEqualTo(41);
    }
  }

  @Test
  void saysThatNothingSaysWhatItIsAbout() {
    assertThatThrownBy(() -> recommender.recommend(library(), SEMANTIC))
        .isInstanceOf(NoDirectionException.class)
        .hasMessageContaining("entries (0)");
  }

  @Test
  void refusesAVeryLargeLibrary() {
    List<Paper> many = Collections.nCopies(5_001, paper("a1"));
    assertThatThrownBy(() -> new LibraryQuery(many, List.of(), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("5,000");
  }

  @Test
  void knowsAnotherVersionOfATextThatTheIndexDoesNotHave() {
    Paper own = Paper.of("k", "A1 of many words", "Its text");
    Resolved text = new Resolved(-1, own, false, 1, List.of(PlaneIndex.direction(2)), false);
    OwnWorks works = OwnWorks.of(Set.of(), List.of(text));
    try (IndexSnapshot snapshot = index.snapshot()) {
      LoadedPapers papers = new LoadedPapers(snapshot);
      assertThat(works.has(papers, snapshot.find("a1").orElseThrow())).isTrue();
      assertThat(works.has(papers, snapshot.find("near-a").orElseThrow())).isFalse();
      assertThat(OwnWorks.NONE.has(papers, snapshot.find("a1").orElseThrow())).isFalse();
    }
  }

  @Test
  void findsEnoughBesideWhatTheLibraryHas() {
    try (IndexSnapshot snapshot = index.snapshot()) {
      Set<Integer> own = numbers(snapshot, "a1", "a1-again", "a2", "near-a");
      Resolved at0 =
          new Resolved(-1, paper("k"), false, 1, List.of(PlaneIndex.direction(0)), false);
      Examples examples = new Examples(List.of(at0), List.of(), new OwnWorks(own, List.of()));
      // The nearest one would be a1, and be no candidate.
      assertThat(new Ranker(snapshot, SEMANTIC, examples).search(1, 1))
          .extracting(candidate -> snapshot.id(candidate.paper()).value())
          .containsExactly("a3");
    }
  }

  private static Set<Integer> numbers(IndexSnapshot snapshot, String... ids) {
    return Stream.of(ids).map(id -> snapshot.find(id).orElseThrow()).collect(Collectors.toSet());
  }

  private static Paper paper(String id) {
    return PlaneIndex.paper(id, id + " of many words", "", null);
  }

  private static List<Paper> entries(String... ids) {
    return Stream.of(ids).map(LibraryRecommenderTest::paper).toList();
  }

  private static LibraryQuery library(String... ids) {
    return new LibraryQuery(entries(ids), List.of(), List.of());
  }

  private static List<Weighted> weighted(String... ids) {
    return Stream.of(ids).map(id -> Weighted.of(new Example.LikePaper(id))).toList();
  }

  private static List<List<String>> results(LibraryAnswer answer) {
    return answer.interests().stream()
        .map(
            interest ->
                interest.answer().results().stream()
                    .map(result -> result.paper().id().value())
                    .toList())
        .toList();
  }
}
