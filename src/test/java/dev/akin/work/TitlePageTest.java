package dev.akin.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import java.nio.BufferUnderflowException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TitlePageTest {
  private static final String TITLE = "Parsing 3 trees with few labels";

  @ParameterizedTest
  @ValueSource(strings = {TITLE, "Erratum: " + TITLE, "", "Errata"})
  void isReadAsItWasWritten(String title) {
    TitlePage page = page("10.1145/3", title, "Ada Byron", "Émile Borel");
    byte[] bytes = page.toBytes();
    byte[] inside = new byte[bytes.length + 2];
    System.arraycopy(bytes, 0, inside, 1, bytes.length);
    TitlePage read = TitlePage.ofBytes(inside, 1, bytes.length);
    assertThat(read.toBytes()).isEqualTo(bytes);
    assertThat(read.isErratum()).isEqualTo(title.startsWith("Errat"));
    assertThat(read.sharesAuthor(page("q", "", "E. BORÉL"))).isTrue();
    assertThat(read.sharesIdentifier(page("doi:10.1145/3", ""))).isTrue();
    assertThat(read.corrects(page("q", TITLE))).isEqualTo(title.startsWith("Erratum"));
  }

  @Test
  void refusesAPageThatIsCut() {
    byte[] bytes = page("p", TITLE, "Ada Byron").toBytes();
    assertThatThrownBy(() -> TitlePage.ofBytes(bytes, 0, bytes.length - 1))
        .isInstanceOf(BufferUnderflowException.class);
  }

  @Test
  void countsTheWordsThatTwoTitlesShare() {
    TitlePage page = page("p", TITLE);
    // 3, trees and labels, of the 4 words of the shorter title.
    assertThat(page.shareOfWords(page("q", "3 Labels, Trees & Labels again"))).isEqualTo(0.75);
    assertThat(page.shareOfWords(page("q", "…"))).isZero();
    assertThat(page("q", "…").hasTitleOf(page("q", "…"))).isFalse();
  }

  @Test
  void isBoundedForAnyPaper() {
    String[] authors = new String[20_000];
    Arrays.setAll(authors, i -> "Ada B" + i);
    String title = String.join(" ", List.of(authors));
    byte[] bytes = page("p", title, authors).toBytes();
    assertThat(bytes).hasSizeLessThan(100_000);
    assertThat(TitlePage.ofBytes(bytes, 0, bytes.length).toBytes()).isEqualTo(bytes);
  }

  private static TitlePage page(String id, String title, String... authors) {
    return TitlePage.of(
        new Paper(new PaperId(id), title, "", List.of(authors), null, List.of(), null, null));
  }
}
