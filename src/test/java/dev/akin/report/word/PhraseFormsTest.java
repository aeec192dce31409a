package dev.akin.report.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PhraseFormsTest {
  @Test
  void areInLowerCaseIfAFifthOfThePapersWriteThemSo() {
    assertThat(PhraseForms.mostly(Map.of("Mill Detection", 8, "mill detection", 2)))
        .isEqualTo("mill detection");
    assertThat(PhraseForms.mostly(Map.of("Mill Treebank", 9, "mill treebank", 1)))
        .isEqualTo("Mill Treebank");
  }

  @Test
  void areThoseOfMostPapersWhateverTheirCapitals() {
    assertThat(
            PhraseForms.mostly(
                Map.of("Trains of Mills", 3, "Train of Mills", 2, "train of mills", 2)))
        .isEqualTo("train of mills");
  }

  @Test
  void areEmptyWithoutPapers() {
    assertThat(PhraseForms.mostly(Map.of())).isEmpty();
  }
}
