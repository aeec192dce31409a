package dev.akin.recommend;

import static java.util.Comparator.reverseOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.index.store.BothStores;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.paper.Holding;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.recommend.query.Example;
import dev.akin.recommend.query.Mode;
import dev.akin.recommend.query.NoDirectionException;
import dev.akin.recommend.query.Query;
import dev.akin.recommend.query.RecommendOptions;
import dev.akin.recommend.query.Scope;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Versions of a work, in answers of a small index.
@BothStores
@Tag("slow") // an index for each test: most of a minute in a cluster
class VersionsTest {
  private static final RecommendOptions SEMANTIC = RecommendOptions.DEFAULT.withMode(Mode.SEMANTIC);

  @TempDir Path folder;
  private final Map<Paper, Double> papers = new LinkedHashMap<>();

  @Test
  void standOnOneLineBestFirst() {
    add("query", "Where north is", "Carl Gauss", 0);
    add("preprint", "Trees in winter", "Ada Byron", 14);
    add("published", "Trees in Winter.", "A. Byron", 12);
    add("extended", "Trees in winter: a study", "Ada Byron", 16);
    add("namesake", "Trees in winter", "Bob Moor", 13);
    add("sequel", "Trees in winter II", "Ada Byron", 15);
    // cos 12° > cos 13° > cos 14° > cos 15° > cos 16°; "extended" is close to both of its versions.
    assertThat(lines(answer(SEMANTIC)))
        .containsExactly("published=[preprint, extended]", "namesake=[]", "sequel=[]");
  }

  @Test
  void foldThroughOneInTheMiddle() {
    add("query", "Where north is", "Carl Gauss", 0);
    add("first", "Parsing trees with few labels", "Ada Byron", 10);
    add("second", "Parsing trees with few rules", "Ada Byron", 11);
    add("third", "Tagging trees with few rules", "Ada Byron", 12);
    add("fourth", "Tagging trees on no rules", "Ada Byron", 13);
    // 4 of 5 words, 4 of 5, 3 of 5 in common with the one before; first and fourth have 1.
    assertThat(lines(answer(SEMANTIC))).containsExactly("first=[second, third, fourth]");
  }

  @Test
  void belongToTheFirstEvenIfThatIsNotShown() {
    add("query", "Where north is", "Carl Gauss", 0);
    add("one", "red cats chase small mice", "Ada Byron", 10);
    add("other", "red cats over tall walls", "Ada Byron", 11);
    add("oneAgain", "red cats chase over tall", "Ada Byron", 12);
    add("otherAgain", "red over tall walls daily", "Ada Byron", 13);
    // Both that come again have 3 or 4 of 5 words in common with "other", and with each other.
    assertThat(lines(answer(SEMANTIC))).containsExactly("one=[oneAgain]", "other=[otherAgain]");
    assertThat(lines(answer(SEMANTIC.withLimit(1)))).containsExactly("one=[oneAgain]");
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void ofTheQuerysPaperAreLeftOutAndNamed(Mode mode) {
    add("query", "Where north is", "Carl Gauss", 0);
    add("later", "Where north is", "C. Gauss", 5);
    add("preprint", "Where North Is", "Carl Gauss", 3);
    add("other", "Where north winds blow", "Ada Byron", 40);
    Answer answer = answer(RecommendOptions.DEFAULT.withMode(mode));
    assertThat(lines(answer)).containsExactly("other=[]");
    assertThat(answer.versions()).extracting(PaperId::value).contains("preprint", "later");
    assertThat(answer.versions()).hasSize(2);
    if (mode == Mode.SEMANTIC) {
      assertThat(answer.versions().getFirst().value()).isEqualTo("preprint");
    }
  }

  @Test
  void ofANegativeAreLeftOutToo() {
    add("query", "Where north is", "Carl Gauss", 0);
    add("unwanted", "Trees in winter", "Ada Byron", 80);
    add("again", "Trees in winter", "Ada Byron", 81);
    add("other", "Rivers at noon", "Bob Moor", 20);
    Query query =
        Query.of(
            List.of(new Example.LikePaper("query")), List.of(new Example.LikePaper("unwanted")));
    Answer answer = answer(query, SEMANTIC);
    assertThat(lines(answer)).containsExactly("other=[]");
    assertThat(answer.versions()).containsExactly(new PaperId("again"));
  }

  @Test
  void showTheCopyOfTheExamplesSourceAtTheRankOfTheBest() {
    add("query", "Where north is", "Carl Gauss", 0, "here");
    add("theirs", "Trees in winter", "Ada Byron", 10, "elsewhere");
    add("between", "Rivers at noon", "Bob Moor", 11, "elsewhere");
    add("ours", "Trees in Winter", "A. Byron", 12, "here");
    add("oursToo", "Trees in winter.", "A. Byron", 13, "here");
    Answer answer = answer(SEMANTIC);
    assertThat(lines(answer)).containsExactly("ours=[theirs, oursToo]", "between=[]");
    assertThat(answer.results().getFirst().cosine()).isCloseTo(0.9781, within(1e-4)); // cos 12°
    assertThat(answer.results())
        .extracting(Recommendation::score)
        .isSortedAccordingTo(reverseOrder());
  }

  @Test
  void staySplitBySourceInTheScopeOfASource() {
    add("query", "Where north is", "Carl Gauss", 0, "here");
    add("theirs", "Trees in winter", "Ada Byron", 10, "elsewhere");
    add("between", "Rivers at noon", "Bob Moor", 11, "elsewhere");
    add("ours", "Trees in Winter", "A. Byron", 12, "here");
    add("unknown", "Where winds blow", "Emmy Noether", 30);
    Query query = Query.of(new Example.LikePaper("query"));
    try (PaperIndex index = PlaneIndex.of(folder, papers);
        IndexSnapshot snapshot = index.snapshot()) {
      RecommendOptions scoped = Scope.SOURCE.within(snapshot, query, SEMANTIC);
      assertThat(lines(recommender(index).recommend(snapshot, query, scoped)))
          .containsExactly("ours=[]");
      assertThat(Scope.ALL.within(snapshot, query, SEMANTIC)).isEqualTo(SEMANTIC);
      Query unknown = Query.of(new Example.LikePaper("unknown"));
      assertThatThrownBy(() -> Scope.SOURCE.within(snapshot, unknown, SEMANTIC))
          .isInstanceOf(NoDirectionException.class)
          .hasMessageContaining("whose source is known");
    }
  }

  /// 90 works in two versions each: more than are looked at for a short list.
  @ParameterizedTest
  @EnumSource(Mode.class)
  void doNotDependOnTheLimit(Mode mode) {
    add("query", "Where north and work is", "Carl Gauss", 0);
    for (int work = 0; work < 90; work++) {
      // Two versions of a work are 17 works apart.
      double other = 2.05 + (work + 17) % 90 * 0.1;
      add("a" + work, "Work of type " + letters(work), "Ada " + letters(work), 2 + work * 0.1);
      add("b" + work, "Work of type " + letters(work), "A. " + letters(work), other);
    }
    try (PaperIndex index = PlaneIndex.of(folder, papers)) {
      Recommender recommender = recommender(index);
      Query query = Query.of(new Example.LikePaper("query"));
      RecommendOptions options = RecommendOptions.DEFAULT.withMode(mode).withFloor(0.0);
      List<String> all = lines(recommender.recommend(query, options.withLimit(32)));
      assertThat(all).hasSize(32).anyMatch(line -> !line.endsWith("[]"));
      for (int limit = 1; limit < 32; limit++) {
        assertThat(lines(recommender.recommend(query, options.withLimit(limit))))
            .isEqualTo(all.subList(0, limit));
      }
    }
  }

  private static String letters(int number) {
    return "" + (char) ('k' + number / 10) + (char) ('k' + number % 10);
  }

  private void add(String id, String title, String author, double degrees) {
    papers.put(PlaneIndex.paper(id, title, author, null), degrees);
  }

  private void add(String id, String title, String author, double degrees, String source) {
    papers.put(
        PlaneIndex.paper(id, title, author, null).held(Holding.UNKNOWN.from(source)), degrees);
  }

  private Answer answer(RecommendOptions options) {
    return answer(Query.of(new Example.LikePaper("query")), options);
  }

  private Answer answer(Query query, RecommendOptions options) {
    try (PaperIndex index = PlaneIndex.of(folder, papers)) {
      return recommender(index).recommend(query, options);
    }
  }

  private static Recommender recommender(PaperIndex index) {
    return new Recommender(
        index,
        () -> {
          throw new AssertionError("papers of the index need no model");
        });
  }

  private static List<String> lines(Answer answer) {
    return answer.results().stream()
        .map(
            result ->
                result.paper().id() + "=" + result.versions().stream().map(PaperId::value).toList())
        .toList();
  }
}
