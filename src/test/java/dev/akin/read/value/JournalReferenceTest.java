package dev.akin.read.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.paper.Publication;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JournalReferenceTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Phys. Rev. D 76, 013009 (2007)|Phys. Rev. D|76||013009",
        "Phys.Rev.D76:013009,2007|Phys.Rev.D|76||013009",
        "J.Bees12:101-110,2020|J.Bees|12||101-110",
        "J. Bees 12 (2020) 101-110|J. Bees|12||101-110",
        "J. Bees 12 (2020), 101--110.|J. Bees|12||101-110",
        "J. Bees, Vol. 12, No. 3, pp. 101-110, 2020|J. Bees|12|3|101-110",
        "Bees and Ants, 12(3):101-110, 2020|Bees and Ants|12|3|101-110",
        "Astronomy & Wool, 500, A12 (2009)|Astronomy & Wool|500||A12",
      })
  void isTakenApartInTheUsualForms(
      String reference, String journal, String volume, String number, String pages) {
    assertThat(JournalReference.of(reference))
        .isEqualTo(
            Publication.of(
                List.of("article-journal", journal, volume, number == null ? "" : number, pages)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "J. Bees 7",
        "to appear in J. Bees",
        "J. Bees 12 (2020) 101; Erratum-ibid. 13 (2021) 5",
        "Bees 2020, LNCS 1234, pp. 1-10",
        "2020 J. Bees 12 101",
      })
  void isKeptWholeOtherwise(String reference) {
    assertThat(JournalReference.of(reference)).isEqualTo(Publication.of(List.of("", reference)));
  }

  @Test
  void maySayThatThereIsNone() {
    assertThat(JournalReference.of("N/A")).isEqualTo(Publication.UNKNOWN);
    assertThat(JournalReference.of("Proceedings of Bees 2020, pages 1-10").type())
        .isEqualTo("paper-conference");
  }
}
