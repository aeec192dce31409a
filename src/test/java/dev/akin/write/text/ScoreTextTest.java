package dev.akin.write.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.recommend.Answer;
import dev.akin.recommend.query.Example;
import dev.akin.recommend.query.Mode;
import dev.akin.recommend.query.Query;
import dev.akin.recommend.query.RecommendOptions;
import dev.akin.recommend.query.Strategy;
import dev.akin.write.list.Lists;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreTextTest {
  private static final Example PAPER = new Example.LikePaper("q");
  private static final Query LIKE = Query.of(PAPER);
  private static final Query PHRASE = Query.of(new Example.ForPhrase("zero knowledge"));
  private static final RecommendOptions USUAL = RecommendOptions.DEFAULT;

  @Test
  void writesThreeDecimals() {
    assertThat(ScoreText.of(1.0775)).isEqualTo("1.078");
    assertThat(ScoreText.of(0.0)).isEqualTo("0.000");
    assertThat(ScoreText.of(31.2)).isEqualTo("31.200");
  }

  @Test
  void saysWhatTheScoreOfEachModeIs() {
    assertThat(explain(LIKE, USUAL))
        .isEqualTo(
            "The number is the score: how close a paper is in meaning, plus how many of the"
                + " important words it shares. It runs from about 0 (unrelated) to 2 (the same"
                + " text).");
    assertThat(explain(LIKE, USUAL.withMode(Mode.SEMANTIC))).contains("the cosine", "to 1");
    assertThat(explain(LIKE, USUAL.withMode(Mode.LEXICAL)))
        .contains("words", "about 1")
        .doesNotContain("meaning");
  }

  @Test
  void saysWhatElseIsInTheScore() {
    assertThat(explain(PHRASE, USUAL)).contains("contains the phrase");
    assertThat(explain(PHRASE, USUAL.withMode(Mode.LEXICAL))).contains("contains the phrase");
    assertThat(explain(PHRASE, USUAL.withMode(Mode.SEMANTIC))).doesNotContain("the phrase");
    Query unlike = Query.of(List.of(PAPER), List.of(PAPER));
    assertThat(explain(unlike, USUAL.withStrategy(Strategy.BEST))).contains("is subtracted");
    assertThat(explain(unlike, USUAL)).doesNotContain("subtracted");
    assertThat(explain(LIKE, USUAL.withDiversity(0.5))).contains("not always in the order");
  }

  private static String explain(Query query, RecommendOptions options) {
    return ScoreText.explain(
        new Answer(
            query,
            options,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            0,
            false,
            false,
            null,
            null,
            Lists.INDEX),
        Messages.ENGLISH);
  }
}
