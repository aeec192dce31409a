package dev.akin.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaperTest {
  @ParameterizedTest
  @CsvSource({
    "A,   B,  false, false",
    "A,   '', false, true",
    "A,   ' ', false, true",
    "'',  B,  false, false",
    "'',  '', true,  false",
    "' ', '', true,  false"
  })
  void saysWhatIsKnownOfIt(String title, String text, boolean withoutText, boolean titleOnly) {
    Paper paper = Paper.of("a", title, text);
    assertThat(paper.withoutText()).isEqualTo(withoutText);
    assertThat(paper.titleOnly()).isEqualTo(titleOnly);
  }

  @Test
  void copiesItsLists() {
    List<String> names = new ArrayList<>(List.of("Ada Lovelace"));
    Paper paper = new Paper(new PaperId("a"), "A", "", names, null, names, null, null);
    names.clear();
    assertThat(paper.authors()).containsExactly("Ada Lovelace");
    assertThat(paper.categories()).containsExactly("Ada Lovelace");
    assertThatThrownBy(() -> paper.authors().add("x"))
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
