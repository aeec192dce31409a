package dev.akin.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonReadingsTest {
  /// Each as family, given names, other words, years.
  private static List<String> readings(String typed) {
    return PersonReadings.of(typed).stream()
        .map(
            each ->
                "%s;%s;%s;%s"
                    .formatted(
                        each.name().family(),
                        String.join("+", each.name().given()),
                        each.words(),
                        each.years() == null ? "" : each.years()))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "vaswani,vaswani;;;",
    "Ashish Vaswani,Vaswani;Ashish;;",
    "vaswani ashish,vaswani;ashish;;",
    "A. Vaswani,Vaswani;A;;",
    "Vaswani A,Vaswani;A;;",
    "J.-P. Roe,Roe;J;;",
    "vaswani 2017,vaswani;;;2017",
    "Vaswani et al. (2017),Vaswani;;;2017",
    "vaswani attention,vaswani;;attention;",
    "attention vaswani,vaswani;;attention;",
    "Ashish Vaswani attention,Vaswani;Ashish;attention;",
    "Gertjan van Noord,van Noord;Gertjan;;",
    "van Noord,van Noord;;;",
    "José García-Díaz,García-Díaz;José;;",
  })
  void findsTheNameThatIsMeant(String typed, String reading) {
    assertThat(readings(typed)).contains(reading);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Vaswani, A.           | Vaswani;A;;",
        "Vaswani, Ashish       | Vaswani;Ashish;;",
        "van den Bosch, A.     | van den Bosch;A;;",
      })
  void readsWhatStandsBeforeACommaAsTheFamilyName(String typed, String reading) {
    assertThat(readings(typed)).contains(reading);
  }

  @Test
  void triesLongNamesFirst() {
    assertThat(readings("Ashish Vaswani").getFirst()).isEqualTo("Vaswani;Ashish;;");
  }

  @ParameterizedTest
  @CsvSource({"2017", "word2vec", "42 99", "C++"})
  void findsNoNameWithoutWordsOfNames(String typed) {
    assertThat(readings(typed)).isEmpty();
  }

  /// In a longer text, one word at its edge is hardly a name.
  @Test
  void takesNoFamilyNameAloneOutOfALongerText() {
    assertThat(readings("long documents need more attention"))
        .noneMatch(reading -> reading.startsWith("long;;"));
  }
}
