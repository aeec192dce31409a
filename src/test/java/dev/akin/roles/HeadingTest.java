package dev.akin.roles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Methods: We counted birds. | METHOD | We counted birds.",
        "BACKGROUND: Birds sing. | PROBLEM | Birds sing.",
        "BACKGROUND Birds sing. | PROBLEM | Birds sing.",
        "Results - Birds sang. | RESULT | Birds sang.",
        "Findings – Birds sang. | RESULT | Birds sang.",
        "Findings—Birds sang. | RESULT | Birds sang.",
        "Objective. | PROBLEM | ''",
        "Aims. We count birds. | PROBLEM | We count birds.",
        "[Purpose] To count birds. | PROBLEM | To count birds.",
        "(Conclusions) Birds sing. | RESULT | Birds sing.",
        "**Conclusion:** Birds sing. | RESULT | Birds sing.",
        "**Conclusion**: Birds sing. | RESULT | Birds sing.",
        "Materials and Methods: We counted birds. | METHOD | We counted birds.",
        "Design/methodology/approach – We counted birds. | METHOD | We counted birds.",
        "Background & Aims : Birds sing. | PROBLEM | Birds sing.",
        "Main results. | RESULT | ''",
        "Availability: The birds are on request. | OTHER | The birds are on request.",
      })
  void knowsTheNamesThatAuthorsWrite(String sentence, Role role, String rest) {
    Heading heading = Objects.requireNonNull(Heading.of(sentence));
    assertThat(heading.roles()).containsExactly(role);
    assertThat(sentence.substring(heading.length())).isEqualTo(rest);
  }

  @Test
  void hasTheRolesOfAllItsWords() {
    assertThat(Objects.requireNonNull(Heading.of("Methods and results: Birds sang.")).roles())
        .isEqualTo(EnumSet.of(Role.METHOD, Role.RESULT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Methods that count birds are slow.",
        "Results show that birds sing.",
        "results: birds sing.",
        "Background-aware birds sing.",
        "Data3: a set of birds.",
        "The main: birds.",
        "Our study: birds.",
        "RESULTS OF MANY YEARS ARE LOST.",
        "A DATA SET OF BIRDS.",
        "Results.2 is a bird.",
        "Aims goals questions problems methods results: too many.",
        "Birds: how they sing.",
        "Methods",
        "[",
        "",
      })
  void takesNothingElseForAHeading(String sentence) {
    assertThat(Heading.of(sentence)).isNull();
  }

  @Test
  void standsAloneIfNothingFollows() {
    assertThat(Objects.requireNonNull(Heading.of("Methods.")).isAlone("Methods.")).isTrue();
    assertThat(Objects.requireNonNull(Heading.of("Methods: x")).isAlone("Methods: x")).isFalse();
  }
}
