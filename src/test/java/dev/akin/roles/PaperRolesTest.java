package dev.akin.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.paper.Paper;
import org.junit.jupiter.api.Test;

class PaperRolesTest {
  /// Its authors say what each sentence is about, so all probabilities are 0 or 1.
  private static final Paper HEADED =
      Paper.of(
          "p",
          "Counting old trees",
          "Objective: Nobody counts trees. Methods: We walk and count. Results: There are few.");

  @Test
  void weighsSentencesByWordsAndTheTitleForEveryRole() {
    PaperRoles roles = PaperRoles.of(HEADED);
    assertThat(roles.count()).isEqualTo(4);
    assertThat(roles.weights(Role.PROBLEM)).containsExactly(3, 4, 0, 0);
    assertThat(roles.weights(Role.METHOD)).containsExactly(3, 0, 5, 0);
    assertThat(roles.weights(Role.RESULT)).containsExactly(3, 0, 0, 4);
  }

  @Test
  void weighsSentencesByTheirProbability() {
    // 51/255 = 0.2 and 102/255 = 0.4 of 10 words
    PaperRoles roles = PaperRoles.ofBytes(new byte[] {51, 102, 0, 10});
    assertThat(roles.weights(Role.PROBLEM)).containsExactly(2);
    assertThat(roles.weights(Role.METHOD)).containsExactly(4);
    assertThat(roles.weights(Role.RESULT)).containsExactly(0);
  }

  @Test
  void namesTheRoleOfEachSentenceButNotOfTheTitle() {
    PaperRoles roles = PaperRoles.of(HEADED);
    assertThat(roles.likeliest(0)).isNull();
    assertThat(roles.likeliest(1)).isEqualTo(Role.PROBLEM);
    assertThat(roles.likeliest(2)).isEqualTo(Role.METHOD);
    assertThat(roles.likeliest(3)).isEqualTo(Role.RESULT);
    // 0.2 + 0.2 + 0.2: the rest is 0.4
    assertThat(PaperRoles.ofBytes(new byte[] {51, 51, 51, 10}).likeliest(0)).isEqualTo(Role.OTHER);
  }

  @Test
  void hasARoleFromAProbabilityAboveOneHalf() {
    assertThat(PaperRoles.ofBytes(new byte[] {127, 0, 0, 10}).has(Role.PROBLEM)).isFalse();
    assertThat(PaperRoles.ofBytes(new byte[] {(byte) 128, 0, 0, 10}).has(Role.PROBLEM)).isTrue();
    assertThat(PaperRoles.of(HEADED).has(Role.METHOD)).isTrue();
    // A title stands for every role, but does not have one.
    assertThat(PaperRoles.of(Paper.of("p", "Our method", "")).has(Role.METHOD)).isFalse();
  }

  @Test
  void knowsNothingOfOtherLanguages() {
    PaperRoles roles = PaperRoles.of(HEADED.inLanguage("fr"));
    assertThat(roles.count()).isEqualTo(4);
    assertThat(roles.weights(Role.METHOD)).containsExactly(3, 0, 0, 0);
    assertThat(roles.likeliest(1)).isNull();
    assertThat(roles.has(Role.METHOD)).isFalse();
  }

  @Test
  void knowsNothingOfAPaperWithoutText() {
    assertThat(PaperRoles.of(Paper.of("p", "", "")).count()).isZero();
  }

  @Test
  void countsAtMost255Words() {
    Paper paper = Paper.of("p", "many ".repeat(300), "");
    assertThat(PaperRoles.of(paper).weights(Role.RESULT)).containsExactly(255);
  }

  @Test
  void readsWhatItWrote() {
    PaperRoles roles = PaperRoles.of(HEADED);
    assertThat(roles.toBytes()).hasSize(16);
    assertThat(PaperRoles.ofBytes(roles.toBytes()).toBytes()).isEqualTo(roles.toBytes());
    assertThatThrownBy(() -> PaperRoles.ofBytes(new byte[5]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("5 bytes");
  }
}
