package dev.akin.digest.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestWindowTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-05-26");

  @ParameterizedTest
  @CsvSource({
    "last, , , 2026-04-26",
    "LAST, 2026-05-20, , 2026-04-20",
    "last, 2026-05-20, 2026-03-01, 2026-03-01",
    "last, 2026-05-20, 2026-05-01, 2026-04-20",
    "2024, 2026-05-20, 2026-03-01, 2024",
    "2026-05-01, , , 2026-05-01",
    "any, 2026-05-20, , "
  })
  void begins(
      String since, @Nullable LocalDate last, @Nullable LocalDate open, @Nullable String first) {
    DigestWindow window = DigestWindow.of(Since.parse(since), TODAY, last, open);
    assertThat(window.first() == null ? null : window.first().toString()).isEqualTo(first);
  }

  @Test
  void saysWhatItReads() {
    assertThatThrownBy(() -> Since.parse("yesterday"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2024-05-17")
        .hasMessageEndingWith("or write last or any");
  }
}
