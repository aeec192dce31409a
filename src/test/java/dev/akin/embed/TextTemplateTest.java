package dev.akin.embed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTemplateTest {
  private static final TextTemplate PLAIN = new TextTemplate("{title} {abstract}");

  @Test
  void joinsTitleAndAbstract() {
    assertThat(PLAIN.document("Title", "Abstract.")).isEqualTo("Title Abstract.");
  }

  @Test
  void leavesNoSpaceForWhatIsEmpty() {
    assertThat(PLAIN.document("Title", "")).isEqualTo("Title");
    assertThat(PLAIN.document("", "Abstract.")).isEqualTo("Abstract.");
  }

  @Test
  void makesNothingOfNothing() {
    assertThat(new TextTemplate("passage: {title} {abstract}").document("", " ")).isEmpty();
  }

  @Test
  void aTitleThatLooksLikeATemplateStays() {
    assertThat(PLAIN.document("On {abstract} and {title}", "Abstract."))
        .isEqualTo("On {abstract} and {title} Abstract.");
    assertThat(new TextTemplate("query: {text}").phrase("{text} $1 \\"))
        .isEqualTo("query: {text} $1 \\");
  }

  @Test
  void keepsWhatAModelWantsBetweenAndBefore() {
    assertThat(new TextTemplate("{title}[SEP]{abstract}").document("Title", "Abstract."))
        .isEqualTo("Title[SEP]Abstract.");
    assertThat(new TextTemplate("passage: {title}. {abstract}").document("Title", "Abstract."))
        .isEqualTo("passage: Title. Abstract.");
    assertThat(
            new TextTemplate("Represent this sentence for searching relevant passages: {text}")
                .phrase("graph cuts"))
        .isEqualTo("Represent this sentence for searching relevant passages: graph cuts");
  }
}
