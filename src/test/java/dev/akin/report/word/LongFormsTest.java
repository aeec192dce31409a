package dev.akin.report.word;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LongFormsTest {
  @ParameterizedTest
  @CsvSource({
    "QE, we study the quality estimation, quality estimation",
    "LLM, of Large Language Models, Large Language Models",
    "QA, open-domain question answering, question answering",
    "MRI, use magnetic resonance imaging, magnetic resonance imaging",
    "BLEU, the bilingual evaluation understudy, bilingual evaluation understudy"
  })
  void areTheWordsBeforeAnAcronymThatItIsMadeOf(String acronym, String text, String found) {
    assertThat(LongForms.longForm(acronym, text)).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource({"QE, we study the estimation of cost", "BERT, BERT-based models", "XAI, we explain"})
  void areNotFoundWhereNoWordsExplainTheAcronym(String acronym, String text) {
    assertThat(LongForms.longForm(acronym, text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "QE, true", "LLMs, true", "BLEU, true", "3DGS, true",
    "parsing, false", "WordNet, false", "Arabic, false", "ELECTROENCEPHALOGRAPHY, false"
  })
  void areLookedForWhereAWordIsMostlyCapitals(String form, boolean acronym) {
    assertThat(LongForms.isAcronym(form)).isEqualTo(acronym);
  }

  @Test
  void haveNoPlural() {
    assertThat(LongForms.bare("LLMs")).isEqualTo("LLM");
    assertThat(LongForms.bare("bus")).isEqualTo("bus");
  }
}
