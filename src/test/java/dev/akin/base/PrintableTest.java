package dev.akin.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintableTest {
  @Test
  void showsCharactersThatATerminalWouldObey() {
    assertThat(Printable.of("a\u001B[31m\u202Eb\uD800\n"))
        .isEqualTo("a\\u001B[31m\\u202Eb\\uD800\\u000A");
    assertThat(Printable.of("é袜😀\u0301")).isEqualTo("é袜😀\u0301");
    assertThat(Printable.quote("\u0007")).isEqualTo("\"\\u0007\"");
  }

  @Test
  void cutsBetweenCharacters() {
    assertThat(Printable.of("x".repeat(400))).isEqualTo("x".repeat(400));
    assertThat(Printable.of("x".repeat(401))).isEqualTo("x".repeat(400) + "…");
    assertThat(Printable.quote("x".repeat(59) + "😀")).isEqualTo('"' + "x".repeat(59) + "…\"");
    assertThat(Printable.all("x".repeat(401))).hasSize(401);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"0|0 papers", "1|1 paper", "2|2 papers", "54159|54,159 papers"})
  void countsInTheSingularAndThePlural(long number, String text) {
    assertThat(Printable.count(number, "paper")).isEqualTo(text);
  }

  @Test
  void takesAPluralOfItsOwn() {
    assertThat(Printable.count(1, "entry", "entries")).isEqualTo("1 entry");
    assertThat(Printable.count(1000, "entry", "entries")).isEqualTo("1,000 entries");
  }
}
