package dev.akin.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaperIdTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"2024.acl-long.12", "cs/0112017", "10.1145/3343413", "..", "a b", "北京", "🙂"})
  void isWhateverTheCorpusSays(String id) {
    assertThat(new PaperId(id)).hasToString(id);
  }

  @ParameterizedTest
  @CsvSource({
    "'',          empty",
    "' ',         empty",
    "' a',        white space",
    "'a\t',       white space",
    "'a\u0000b',  control",
    "'a\u0085b',  control"
  })
  void refusesWhatCannotBeWrittenDown(String id, String says) {
    assertThatThrownBy(() -> new PaperId(id))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(says);
  }

  @Test
  void refusesHalfACharacter() {
    assertThatThrownBy(() -> new PaperId("a" + (char) 0xD83D))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PaperId((char) 0xDE00 + "a"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isAtMost512BytesLong() {
    assertThat(new PaperId("ü".repeat(256)).value()).hasSize(256);
    assertThatThrownBy(() -> new PaperId("ü".repeat(257)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("514", "512");
    assertThatThrownBy(() -> new PaperId(" " + "x".repeat(40_000)))
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(100));
  }

  @Test
  void comparesCharacterByCharacter() {
    assertThat(new PaperId("a")).isNotEqualTo(new PaperId("A"));
    assertThat(new PaperId("p10")).isLessThan(new PaperId("p9"));
    assertThat(new PaperId("A")).isLessThan(new PaperId("a"));
  }
}
