package dev.akin.read.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Moe, Mo, 1950-|Mo Moe",
        "Mo Moe b. 1950|Mo Moe",
        "Coe, Cy, author|Cy Coe",
        "Doe, Jane <jane@example.org>|Jane Doe",
        "Doe, Jane, PhD|Jane Doe",
        "Doe, Jane.|Jane Doe",
        "Doe, Chr.|Chr. Doe",
        "University of Bees, Berlin|University of Bees, Berlin",
        "Ann Author|Ann Author",
        "Anon, Li|Li Anon",
        "Van Dyke, MD|MD Van Dyke",
      })
  void leavesOutWhatStandsBesideAName(String text, String name) {
    assertThat(PersonNames.of(text)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Anonymous", "[Anonymous]", "Anon.", "et al.", "a@example.org", "-"})
  void areAbsentWhereNobodyIsNamed(String text) {
    assertThat(PersonNames.of(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Doe, Jane and Roe, Ken|Jane Doe; Ken Roe",
        "Jane Doe, Ken Roe, and Lee Poe|Jane Doe; Ken Roe; Lee Poe",
        "Doe, Jane A., Roe, Ken B.|Jane A. Doe; Ken B. Roe",
        "张明；李四|张明; 李四",
        "Doe Roe, Jane Ann|Jane Ann Doe Roe",
        "Center for Bees and Sleep|Center for Bees and Sleep",
        "Johnson & Johnson|Johnson & Johnson",
        "Food and Drug Administration|Food and Drug Administration",
      })
  void areSeveralInAFieldForOneOnlyIfThatIsCertain(String field, String names) {
    assertThat(String.join("; ", PersonNames.ofField(field))).isEqualTo(names);
  }

  @Test
  void readsThoseOfRis() {
    assertThat(PersonNames.of("King, Otis, Jr.")).isEqualTo("Otis King Jr.");
    assertThat(PersonNames.of("Knots and Sons,")).isEqualTo("Knots and Sons");
  }

  @Test
  void nothingBetweenSemicolonsIsNobody() {
    assertThat(PersonNames.ofField("Doe, J; ,")).containsExactly("J Doe");
  }
}
