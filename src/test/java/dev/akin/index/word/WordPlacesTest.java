package dev.akin.index.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordPlacesTest {
  @ParameterizedTest
  @CsvSource({
    "en, translating languages, The Translation of a language, Translation language",
    "en, graph, Graphs and paragraphs, Graphs",
    "en, the of, The end of the world, ''",
    "de, Übersetzungen, Die Übersetzung des Textes, Übersetzung",
    "fr, cheval, Des chevaux, chevaux",
    "tlh, word, Words of a language without an analyzer, Words"
  })
  void areThoseOfTheQueryWhateverTheirEndings(
      String language, String query, String text, String words) {
    List<String> found =
        WordPlaces.of(query, language).in(text).stream()
            .map(place -> text.substring(place.start(), place.end()))
            .toList();
    assertThat(String.join(" ", found)).isEqualTo(words);
  }
}
