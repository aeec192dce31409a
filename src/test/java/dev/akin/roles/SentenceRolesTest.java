package dev.akin.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.base.Resources;
import dev.akin.base.Sha256;
import dev.akin.paper.Sentences;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SentenceRolesTest {
  private static final List<String> ABSTRACT =
      List.of(
          "Songs of birds are recorded by many stations, but nobody has the time to listen.",
          "However, existing tools confuse species that sing alike.",
          "We first train a neural network on pairs of songs from a large dataset.",
          "It uses an attention layer and is optimized with a contrastive loss.",
          "Experimental results show that our method outperforms existing tools by 12 %.",
          "© 2019 Elsevier Ltd. All rights reserved.");

  private static Role mostProbable(float[] probabilities) {
    return Stream.of(Role.values())
        .max(Comparator.comparingDouble(role -> probabilities[role.column()]))
        .orElseThrow();
  }

  private static void assertSumsToOne(float[][] roles) {
    for (float[] row : roles) {
      float sum = 0;
      for (float probability : row) {
        assertThat(probability).isBetween(0F, 1.000001F);
        sum += probability;
      }
      assertThat(sum).isEqualTo(1, within(1e-5F));
    }
  }

  @Test
  void findsTheRolesOfAnAbstract() {
    float[][] roles = SentenceRoles.of(ABSTRACT);
    assertThat(Stream.of(roles).map(SentenceRolesTest::mostProbable))
        .containsExactly(
            Role.PROBLEM, Role.PROBLEM, Role.METHOD, Role.METHOD, Role.RESULT, Role.OTHER);
    assertSumsToOne(roles);
  }

  @Test
  void believesHeadingsFirst() {
    float[][] roles =
        SentenceRoles.of(
            Sentences.of(
                "",
                "Results: We propose a neural network. It has layers. Methods: Results show that it"
                    + " outperforms others."));
    assertThat(roles).isDeepEqualTo(new float[][] {{0, 0, 1, 0}, {0, 0, 1, 0}, {0, 1, 0, 0}});
  }

  @Test
  void letsTheRolesOfAHeadingWithSeveralOpen() {
    float[] roles =
        SentenceRoles.of(List.of("Methods and results: We count birds.", "Conclusion: They sing."))[
            0];
    assertThat(roles[Role.METHOD.column()]).isPositive();
    assertThat(roles[Role.RESULT.column()]).isPositive();
    assertThat(roles[Role.PROBLEM.column()]).isZero();
  }

  @Test
  void leavesUnknownWordsToPlaceAndNeighbors() {
    float[][] roles = SentenceRoles.of(List.of("Qwxz zzqy.", "Qwxz zzqy.", "Qwxz zzqy."));
    assertSumsToOne(roles);
    assertThat(mostProbable(roles[0])).isEqualTo(Role.PROBLEM);
  }

  @Test
  void knowsAbstractsOfAnyLength() {
    assertThat(SentenceRoles.of(List.of())).isEmpty();
    assertSumsToOne(SentenceRoles.of(List.of("We count birds.")));
    assertSumsToOne(SentenceRoles.of(List.of("")));
    float[][] many = SentenceRoles.of(Collections.nCopies(10_000, ABSTRACT.get(3)));
    assertThat(many).hasNumberOfRows(10_000);
    assertSumsToOne(many);
  }

  @Test
  void readsTextOfAnyKind() {
    assertSumsToOne(
        SentenceRoles.of(
            List.of("\uD83D\uDC26", "\uD83D", "\u0000", "鳥は歌う。", "x".repeat(100_000))));
  }

  /// Whoever trains anew changes this and the figures on the relevance page.
  @Test
  void hasTheWeightsThatWereMeasured() {
    Sha256 digest = new Sha256();
    digest.put(Resources.bytes(SentenceRoles.class, "weights.bin"));
    assertThat(digest.hex())
        .isEqualTo("4d8e5b2ce2b9b8a723257c15d216c7fdeb18efe5d7e70ac55ddc5b38d64da7f8");
  }
}
