package dev.akin.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationDateTest {
  @ParameterizedTest
  @ValueSource(strings = {"2024", "2024-05", "2024-02-29"})
  void printsWhatItReads(String text) {
    assertThat(PublicationDate.parse(text)).hasToString(text);
  }

  @Test
  void printsTheSameInEveryLocale() {
    Locale locale = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(PublicationDate.parse("2024-05-17")).hasToString("2024-05-17");
    } finally {
      Locale.setDefault(locale);
    }
  }

  @Test
  void aYearStandsForAllItsDays() {
    PublicationDate date = PublicationDate.ofYear(2024);
    assertThat(date.earliest()).isEqualTo(LocalDate.of(2024, 1, 1));
    assertThat(date.latest()).isEqualTo(LocalDate.of(2024, 12, 31));
  }

  @Test
  void aMonthEndsWithItsLastDay() {
    assertThat(PublicationDate.parse("2023-02").latest()).isEqualTo(LocalDate.of(2023, 2, 28));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "24", "2024-13", "2024-00", "2023-02-29", "0999", "2024-5", "May"})
  void refusesWhatIsNoDate(String text) {
    assertThatThrownBy(() -> PublicationDate.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"" + text + "\"");
  }
}
