package dev.akin.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameWorkTest {
  private static final String TITLE = "Parsing trees with few labels";

  @ParameterizedTest
  @CsvSource({
    "Sparse matrices I,               Sparse matrices II",
    "SemEval-2019 Task 3: EmoContext, SemEval-2020 Task 3: EmoContext",
    "The First Workshop on Parsing,   The Second Workshop on Parsing",
    "Parsing with 2 billion words,    Parsing with 3 billion words"
  })
  void areTwoWhenTheNumbersInTheirTitlesDiffer(String one, String other) {
    assertThat(isSame(one, other, 1)).isFalse();
    assertThat(isSame(one, one, 1)).isTrue();
  }

  @Test
  void areOneWithEqualTitlesAndTextsNotFarApart() {
    assertThat(isSame(TITLE, "PARSING TREES, with few labels!", 0.75)).isTrue();
    assertThat(isSame(TITLE, TITLE, 0.73)).isFalse();
  }

  @Test
  void areOneWithNearlyEqualTextsAndTitlesAlike() {
    // All 5 words of the shorter title; 3 of 5 are enough, 2 of 5 are not.
    assertThat(isSame(TITLE, "Parsing trees with few labels in many domains", 0.94)).isTrue();
    assertThat(isSame(TITLE, "Tagging trees with no labels", 0.94)).isTrue();
    assertThat(isSame(TITLE, "Tagging trees with no rules", 0.94)).isFalse();
    assertThat(isSame(TITLE, "Parsing trees with few labels in many domains", 0.92)).isFalse();
  }

  @Test
  void areTwoWithoutACommonAuthor() {
    assertThat(isSame(by("Ada Byron"), by("Bob Moor"), 1)).isFalse();
    assertThat(isSame(by("Ada Byron"), by("Bob Moor", "A. BYRON"), 1)).isTrue();
    assertThat(isSame(by("Émile Borél"), by("E. Borel"), 1)).isTrue();
    assertThat(isSame(by("Byron Ada"), by("Ada Byron"), 1)).isFalse();
  }

  @Test
  void mayShareAnAuthorWhereNoneIsKnown() {
    assertThat(isSame(by(), by("Bob Moor"), 1)).isTrue();
    assertThat(isSame(by(), by(), 1)).isTrue();
  }

  @Test
  void areOneByALongTitleAloneWhereATextIsMissing() {
    Paper withAbstract = paper("On sparse grammar induction", "An abstract.", "Ada Byron");
    Paper titleOnly = paper("On Sparse Grammar Induction", "", "Ada Byron");
    // Four words; three may be the title of many works.
    assertThat(isSame(withAbstract, titleOnly, 0.1)).isTrue();
    assertThat(isSame(titleOnly, titleOnly, 0.1)).isTrue();
    assertThat(
            isSame(
                paper("Sparse grammar induction", "An abstract.", "Ada Byron"),
                paper("Sparse grammar induction", "", "Ada Byron"),
                0.1))
        .isFalse();
  }

  private static boolean isSame(String one, String other, double cosine) {
    return isSame(
        paper(one, "An abstract.", "Ada Byron"),
        paper(other, "Another abstract.", "Ada Byron"),
        cosine);
  }

  /// The same in either order, for a paper that is read and one whose title page is stored.
  private static boolean isSame(Paper one, Paper other, double cosine) {
    ComparedPaper read = ComparedPaper.of(one);
    ComparedPaper stored = stored(other);
    assertThat(SameWork.test(stored, read, cosine)).isEqualTo(SameWork.test(read, stored, cosine));
    return SameWork.test(read, stored, cosine);
  }

  private static ComparedPaper stored(Paper paper) {
    byte[] page = TitlePage.of(paper).toBytes();
    return new ComparedPaper(TitlePage.ofBytes(page, 0, page.length), paper::abstractText);
  }

  private static Paper by(String... authors) {
    return paper(TITLE, "An abstract.", authors);
  }

  private static Paper paper(String title, String abstractText, String... authors) {
    return new Paper(
        new PaperId("p"), title, abstractText, List.of(authors), null, List.of(), null, null);
  }
}
