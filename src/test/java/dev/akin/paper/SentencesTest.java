package dev.akin.paper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {
  @Test
  void areTheTitleAndThoseOfTheAbstract() {
    assertThat(Sentences.of("Graphs. A Survey", "We cut them. Do they heal? Yes! By 3.5 % a day."))
        .containsExactly(
            "Graphs. A Survey", "We cut them.", "Do they heal?", "Yes!", "By 3.5 % a day.");
  }

  @Test
  void haveNoWhiteSpaceAroundThemAndAreNeverBlank() {
    assertThat(Sentences.of(" Graphs ", " \t We cut them.  They heal. \n"))
        .containsExactly("Graphs", "We cut them.", "They heal.");
    assertThat(Sentences.of(" ", "Cut.")).containsExactly("Cut.");
    assertThat(Sentences.of("Graphs", "\n ")).containsExactly("Graphs");
    assertThat(Sentences.of("", "")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Smith et al. (2019) cut graphs.",
        "Models (e.g. BERT) read.",
        "Words, i.e. Tokens, count.",
        "Cats vs. Dogs is solved.",
        "As in Fig. 3 they grow.",
        "It took approx. 3 days.",
        "Smith et al. [3] (cf. Fig. 2) e.g. BERT."
      })
  void doNotEndInAnAbbreviation(String sentence) {
    assertThat(Sentences.of("", sentence + " They heal.")).containsExactly(sentence, "They heal.");
  }

  @Test
  void endWithTheTextWhateverItEndsIn() {
    assertThat(Sentences.of("", "We cut. As did Smith et al."))
        .containsExactly("We cut.", "As did Smith et al.");
    assertThat(Sentences.of("", "no end")).containsExactly("no end");
  }

  @Test
  void wordsThatEndLikeAnAbbreviationEndASentence() {
    assertThat(Sentences.of("", "It is final. It is Config. It ends."))
        .containsExactly("It is final.", "It is Config.", "It ends.");
  }

  @Test
  void theLastOfTooManyIsTheRest() {
    assertThat(Sentences.of("Graphs", "We cut. ".repeat(Sentences.MAX_OF_ABSTRACT)))
        .hasSize(1 + Sentences.MAX_OF_ABSTRACT)
        .endsWith("We cut.");
    assertThat(Sentences.of("Graphs", "We cut. ".repeat(Sentences.MAX_OF_ABSTRACT + 2)))
        .hasSize(1 + Sentences.MAX_OF_ABSTRACT)
        .endsWith("We cut. We cut. We cut.");
  }
}
