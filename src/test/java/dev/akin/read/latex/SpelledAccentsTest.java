package dev.akin.read.latex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.paper.Paper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpelledAccentsTest {
  /// The first is how the ACL Anthology has this name.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "Thibault Batextasciitilde neras Roux|Thibault Bañeras Roux",
        "Ba\\textasciitilde neras|Bañeras",
        "Ba\\textasciitilde{}neras, T. and Pe\\textasciitilde{n}a, J.|Bañeras, T. and Peña, J.",
        "{Ba\\textasciitilde neras}|{Bañeras}",
        "Jo\\textasciitilde ao textasciitilde Nandu|João Ñandu",
        "Anntextasciicircum ee Duprtextasciiacute e Moli\\textasciigrave ere|Annêe Dupré Molière",
        "Gtextasciidieresis odel Otextquotesingle Neil|Gödel O'Neil",
        "O\\textquoteright{}Brien|O’Brien",
        "Davids\\textquoteright and Lee|Davids’ and Lee",
        "Btextasciitilde xy|Btextasciitilde xy",
        "A Textile|A Textile",
      })
  void areAccentsAgain(String spelled, String name) {
    assertThat(SpelledAccents.read(spelled)).isEqualTo(name);
  }

  @Test
  void areReadInTheNamesOfAPaper() {
    Paper paper =
        Paper.of("a", "A title", "A text").by(List.of("Ann Lee", "Bo Petextasciitilde na"));

    assertThat(LatexText.mixed(paper).authors()).containsExactly("Ann Lee", "Bo Peña");
  }
}
