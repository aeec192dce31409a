package dev.akin.read.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNamesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ada Byron|Ada Byron",
        "Byron, Ada|Ada Byron",
        "van der Berg, Jan|Jan van der Berg",
        "Jan van der Berg|Jan van der Berg",
        "King, Jr., Otis|Otis King Jr.",
        "{Knots, Yarn and Sons}|Knots, Yarn and Sons",
        "{\\'E}lan, Zo{\\\"e}|Zoë Élan",
        "Anderson, Andy|Andy Anderson",
        "Byron,|Byron",
      })
  void turnsFamilyAndGivenAround(String bibtex, String name) {
    assertThat(PersonNames.ofBibtex(bibtex)).containsExactly(name);
  }

  @Test
  void splitsAtAndOutsideOfBraces() {
    assertThat(PersonNames.ofBibtex("A, B\n  and {C and D} AND E F and others"))
        .containsExactly("B A", "C and D", "E F");
    assertThat(PersonNames.ofBibtex("")).isEmpty();
  }

  @Test
  void readsThoseOfRis() {
    assertThat(PersonNames.of("King, Otis, Jr.")).isEqualTo("Otis King Jr.");
    assertThat(PersonNames.of("Knots and Sons,")).isEqualTo("Knots and Sons");
  }
}
