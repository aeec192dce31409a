package dev.akin.report.word;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {
  @ParameterizedTest
  @CsvSource({
    "sarcasm, sarcastic, true",
    "parser, parsing, true",
    "summary, summarization, true",
    "translation, transformer, false",
    "translation, transliteration, false",
    "poem, poetry, false",
    "multilingual, multimodal, false"
  })
  void goesByTheBeginningOfWords(String a, String b, boolean same) {
    assertThat(Likeness.sameStem(a, b)).isEqualTo(same);
    assertThat(Likeness.sameStem(b, a)).isEqualTo(same);
  }

  @ParameterizedTest
  @CsvSource({
    "NMT, neural machine translation, true",
    "qa, question-answering, true",
    "POS, part of speech, true",
    "HR, history of Rome, true",
    "NER, named entity, false",
    "p, parsing, false"
  })
  void knowsAcronyms(String acronym, String of, boolean is) {
    assertThat(Likeness.isAcronym(acronym, of)).isEqualTo(is);
  }
}
