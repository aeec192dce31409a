package dev.akin.write.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.recommend.Recommendation;
import dev.akin.recommend.explain.Why;
import dev.akin.roles.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhyTextTest {
  private static final Paper PAPER = Paper.of("p", "T", "A");

  @Test
  void saysWhatIsKnown() {
    Why why =
        new Why(
            List.of(
                new Why.TermShare("tree", 0.21),
                new Why.TermShare("on", 0.1),
                new Why.TermShare("river", -0.01)),
            0.05,
            List.of(
                new Why.SentencePair(
                    2, 0, 0.88, "Trees grow.", "Growing trees", Role.RESULT, null)),
            List.of("Ada Byron"),
            List.of("cs.LG", "cs.CL"));
    assertThat(
            WhyText.of(
                new Recommendation(1, PAPER, 0.7612, 1.2, 3.0, List.of(new PaperId("v1")), why)))
        .containsExactly(
            "also as v1",
            "cosine 0.761, closer than all but one pair of papers in 1,000",
            "words that add most to the cosine: tree 0.210",
            "most similar sentences (0.88): query (result) “Trees grow.”, this paper “Growing trees”",
            "authors in common: Ada Byron",
            "categories in common: cs.LG, cs.CL");
  }

  @Test
  void leavesOutWhatIsNotKnown() {
    Why why = new Why(List.of(), null, List.of(), List.of(), List.of());
    assertThat(WhyText.of(new Recommendation(1, PAPER, null, 1.2, null, List.of(), why))).isEmpty();
    assertThat(WhyText.of(new Recommendation(1, PAPER, 0.5, 1.2, null, List.of(), null))).isEmpty();
  }
}
