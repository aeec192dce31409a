package dev.akin.write.list;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.paper.PublicationDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RisFileTest {
  @Test
  void writesTaggedLines() {
    Paper paper =
        new Paper(
            new PaperId("a b"),
            "A title",
            "An abstract.",
            List.of("Ada King", "OpenAI"),
            new PublicationDate(2024, 5, 0),
            List.of("cs.CL", "cs.LG"),
            "https://a.example/x",
            "10.1/x");
    assertThat(write(paper))
        .isEqualTo(
            """
            TY  - GEN
            ID  - a b
            TI  - A title
            AU  - King, Ada
            AU  - OpenAI
            PY  - 2024
            DA  - 2024/05//
            AB  - An abstract.
            KW  - cs.CL
            KW  - cs.LG
            UR  - https://a.example/x
            DO  - 10.1/x
            ER  - \s
            """
                .replace("ER  -  \n", "ER  - \n")
                .replace("\n", "\r\n"));
  }

  @ParameterizedTest
  @MethodSource("dev.akin.write.list.BibtexFileTest#hostile")
  void isReadBackByAkin(Paper paper) {
    assertThat(Lists.read(write(paper))).containsExactly(Lists.asRead(paper));
  }

  @Test
  void readsBackAllPapersOfAList() {
    String file = ListFormat.RIS.write(Lists.list(Lists.hostile()));
    assertThat(Lists.read(file)).isEqualTo(Lists.hostile().stream().map(Lists::asRead).toList());
    assertThat(file.replace("\r\n", "")).doesNotContain("\n", "\r");
  }

  @Test
  void hasNoLineBreaksInsideOfValues() {
    Paper paper =
        new Paper(
            new PaperId("p"),
            "T",
            "",
            List.of("Ada\r\nER  - King", "\n"),
            null,
            List.of("a\nb"),
            "https://a.example/\nER  - ",
            "10.1/\rx");
    assertThat(write(paper).lines())
        .containsExactly(
            "TY  - GEN",
            "ID  - p",
            "TI  - T",
            "AU  - King, Ada ER -",
            "KW  - a b",
            "UR  - https://a.example/%20ER%20-",
            "DO  - 10.1/ x",
            "ER  - ");
  }

  @ParameterizedTest
  @CsvSource({
    "Ada King, 'King, Ada'",
    "Vincent van Gogh, 'van Gogh, Vincent'",
    "Jean de la Fontaine, 'de la Fontaine, Jean'",
    "'Jean de la Fontaine, Jr.', 'de la Fontaine, Jean, Jr.'",
    "'Google, Inc.', 'Google, , Inc.'",
    "van Gogh, 'Gogh, van'",
    "OpenAI, OpenAI"
  })
  void turnsNames(String name, String written) {
    assertThat(RisName.of(name)).isEqualTo(written);
  }

  @Test
  void losesOfANameNothingButAComma() {
    Paper paper =
        new Paper(
            new PaperId("p"),
            "T",
            "",
            List.of("Jean de la Fontaine, Jr.", "Google, Inc."),
            null,
            List.of(),
            null,
            null);
    assertThat(Lists.read(write(paper)).getFirst().authors())
        .containsExactly("Jean de la Fontaine Jr.", "Google Inc.");
  }

  @Test
  void writesAddressesOfTheWebOnly() {
    assertThat(write(Lists.linked("p", "javascript:alert(1)"))).doesNotContain("UR  -", "script");
  }

  private static String write(Paper paper) {
    return ListFormat.RIS.write(Lists.list(paper));
  }
}
