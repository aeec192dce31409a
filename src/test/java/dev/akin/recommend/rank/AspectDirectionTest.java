package dev.akin.recommend.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.index.store.BothStores;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.index.store.Stores;
import dev.akin.paper.Paper;
import dev.akin.recommend.Answer;
import dev.akin.recommend.AspectIndex;
import dev.akin.recommend.Recommendation;
import dev.akin.recommend.Recommender;
import dev.akin.recommend.query.Aspect;
import dev.akin.recommend.query.Example;
import dev.akin.recommend.query.Examples;
import dev.akin.recommend.query.Mode;
import dev.akin.recommend.query.NoDirectionException;
import dev.akin.recommend.query.Query;
import dev.akin.recommend.query.RecommendOptions;
import dev.akin.recommend.query.Resolved;
import dev.akin.recommend.query.Strategy;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The papers of [AspectIndex], searched by one aspect.
@BothStores
class AspectDirectionTest {
  private static final RecommendOptions SEMANTIC =
      RecommendOptions.DEFAULT.withMode(Mode.SEMANTIC).withFloor(0.0);
  private static final RecommendOptions METHOD = SEMANTIC.withAspect(Aspect.METHOD);
  private static final RecommendOptions RESULT = SEMANTIC.withAspect(Aspect.RESULT);

  @TempDir private static Path folder;
  private static PaperIndex index;

  @BeforeAll
  static void open() {
    AspectIndex.write(folder);
    index = Stores.at(folder).open(PaperIndex.Check.NOTHING);
  }

  @AfterAll
  static void close() {
    index.close();
  }

  @Test
  void ranksByTheAspectAndTheWhole() {
    assertThat(ids(answer(SEMANTIC, "query"))).startsWith("whole", "titled", "method");
    Answer answer = answer(METHOD, "query");
    assertThat(ids(answer)).containsExactly("method", "titled", "french", "whole", "idle");
    // The query's method: 2 (1, 0) + 4 (1, 0). 0.7 · cos 0° + 0.3 · cos 60°
    check(answer, "method", 1.0, 0.5, 0.85);
    // Title and method at 90°. 0.7 · 0 + 0.3 · cos 30°
    check(answer, "whole", 0.0, 0.8660, 0.2598);
  }

  @Test
  void weighsTheSentencesByTheirWords() {
    // The query's problem is 2 (1, 0) + 3 (0, 1) = (2, 3), as is that of "method".
    // That of "whole": 2 (0, 1) + 3 (1, 0) = (3, 2). (2 · 3 + 3 · 2) / 13 = 0.9231;
    // 0.7 · 0.9231 + 0.3 · 0.8660 = 0.9060
    Answer answer = answer(SEMANTIC.withAspect(Aspect.PROBLEM), "query");
    check(answer, "method", 1.0, 0.5, 0.85);
    check(answer, "whole", 0.9231, 0.8660, 0.9060);
  }

  @Test
  void letsTheTitleSpeakForAPaperWithoutTheRole() {
    // 0.7 · cos 45° + 0.3 · cos 45°; 0.7 · cos 0° + 0.3 · cos 120°; 0.7 · 0 + 0.3 · 0
    Answer answer = answer(METHOD, "query");
    check(answer, "titled", null, 0.7071, 0.7071);
    check(answer, "french", null, -0.5, 0.55);
    check(answer, "idle", null, 0.0, 0.0);
  }

  @Test
  void addsTheWordsOfTheTitleAndOfTheAspect() {
    // "Young firs" has no word of "Counting trees" and of "Methods: We count trees." but trees,
    // and two more of the whole abstract.
    double words = wordsOf("idle", METHOD.withMode(Mode.HYBRID), 0);
    assertThat(words).isPositive();
    assertThat(words).isLessThan(wordsOf("idle", SEMANTIC.withMode(Mode.HYBRID), 0) - 0.1);
    // "Counting oaks" has all words of the method.
    assertThat(wordsOf("method", METHOD.withMode(Mode.HYBRID), 0.85)).isGreaterThan(words);
  }

  /// What the words of the query add to the score of a paper.
  private double wordsOf(String id, RecommendOptions options, double meaning) {
    return Objects.requireNonNull(result(answer(options, "query"), id).score()) - meaning;
  }

  @Test
  void averagesTheAspectsOfSeveralPapers() {
    // The result of "query": 2 (1, 0) + 5 (-1, 0), so (-1, 0); of "method": 2 (1, 0) + 5 (0, 1),
    // of length √29. Their mean: (2/√29 - 1, 5/√29) / 2, in the direction of (-0.6286, 0.9285) /
    // 1.1213. The result of "whole" is 2 (0, 1) + 5 (1, 0):
    // (-5 · 0.6286 + 2 · 0.9285) / (√29 · 1.1213) = -0.2130
    Answer answer = answer(RESULT, "query", "method");
    assertThat(result(answer, "whole").aspect()).isCloseTo(-0.2130, within(1e-3));
  }

  @Test
  void movesAwayFromTheAspectOfNegatives() {
    // 2 p - n: 2 (1, 0) - (0, 1), of length √5. To "method", at 0°: 2/√5 = 0.8944
    Query query =
        Query.of(List.of(new Example.LikePaper("query")), List.of(new Example.LikePaper("whole")));
    Answer answer = recommender().recommend(query, METHOD);
    assertThat(result(answer, "method").aspect()).isCloseTo(0.8944, within(1e-3));
  }

  @Test
  void comparesATextByItsSentences() {
    // Without a title its method is at 90°, as are title and method of "whole".
    Paper text = Paper.of("text", "", "Methods: We count trees.");
    Resolved example =
        new Resolved(
            -1,
            text,
            false,
            1,
            List.of(AspectIndex.direction(0)),
            false,
            AspectIndex.sentences(90),
            List.of());
    try (IndexSnapshot snapshot = index.snapshot()) {
      Ranker ranker = new Ranker(snapshot, METHOD, new Examples(List.of(example), List.of()));
      Candidate best = ranker.search(10, 10).getFirst();
      assertThat(snapshot.id(best.paper()).value()).isEqualTo("whole");
      // 0.7 · cos 0° + 0.3 · cos 30°
      assertThat(best.score()).isCloseTo(0.9598, within(1e-3));
    }
  }

  @Test
  void refusesAnExampleThatHasNothingOfTheAspect() {
    refuses(METHOD, "only the title of titled is known, which does not tell its method", "titled");
    refuses(METHOD, "the language of french is fr", "french");
    refuses(METHOD, "no sentence of the abstract of idle is likely to be about its method", "idle");
    refuses(METHOD, "idle", "query", "idle");
    Query unlike =
        Query.of(List.of(new Example.LikePaper("query")), List.of(new Example.LikePaper("idle")));
    assertThatThrownBy(() -> recommender().recommend(unlike, METHOD))
        .isInstanceOf(NoDirectionException.class);
    assertThat(ids(answer(RESULT, "idle"))).isNotEmpty();
  }

  @Test
  void hasNoAspectOfWordsOrOfTheBest() {
    assertThatThrownBy(() -> METHOD.withMode(Mode.LEXICAL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("hybrid or semantic");
    assertThatThrownBy(() -> METHOD.withStrategy(Strategy.BEST))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("average");
  }

  private void refuses(RecommendOptions options, String reason, String... ids) {
    assertThatThrownBy(() -> answer(options, ids))
        .isInstanceOf(NoDirectionException.class)
        .hasMessageContaining(reason);
  }

  private Recommender recommender() {
    return new Recommender(
        index,
        () -> {
          throw new AssertionError("the model is not needed for a paper of the index");
        });
  }

  private Answer answer(RecommendOptions options, String... ids) {
    Query query = Query.of(Stream.of(ids).map(Example.LikePaper::new).toList(), List.of());
    return recommender().recommend(query, options);
  }

  private static List<String> ids(Answer answer) {
    return answer.results().stream().map(result -> result.paper().id().value()).toList();
  }

  private static Recommendation result(Answer answer, String id) {
    return answer.results().stream()
        .filter(result -> result.paper().id().value().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static void check(
      Answer answer, String id, @Nullable Double aspect, double cosine, double score) {
    Recommendation result = result(answer, id);
    if (aspect == null) {
      assertThat(result.aspect()).as(id).isNull();
    } else {
      assertThat(result.aspect()).as(id).isCloseTo(aspect, within(1e-3));
    }
    assertThat(result.cosine()).as(id).isCloseTo(cosine, within(1e-3));
    assertThat(result.score()).as(id).isCloseTo(score, within(1e-3));
  }
}
