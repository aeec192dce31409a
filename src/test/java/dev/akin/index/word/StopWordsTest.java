package dev.akin.index.word;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StopWordsTest {
  @ParameterizedTest
  @CsvSource({
    "ar,في",
    "cs,který",
    "da,ikke",
    "de,nicht",
    "en,the",
    "es,pero",
    "fi,että",
    "fr,avec",
    "hu,hogy",
    "id,yang",
    "it,perché",
    "nl,niet",
    "no,ikke",
    "pt,não",
    "ru,что",
    "sv,inte",
    "tr,için"
  })
  void areThoseOfEachLanguage(String language, String word) {
    assertThat(StopWords.of(language)).contains(word);
  }

  @ParameterizedTest
  @CsvSource({"xx", "pl", "zh"})
  void areNoneOfALanguageWithoutAnalyzer(String language) {
    assertThat(StopWords.of(language)).isEmpty();
  }
}
