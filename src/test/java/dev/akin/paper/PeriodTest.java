package dev.akin.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.akin.Seed;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {
  @ParameterizedTest
  @CsvSource({
    "2026, 2026-01-01, 2026-12-31",
    "2024-02, 2024-02-01, 2024-02-29",
    "2026-05-26, 2026-05-26, 2026-05-26",
    "2026-W22, 2026-05-25, 2026-05-31",
    "2026-W53, 2026-12-28, 2027-01-03",
    "2025-W01, 2024-12-30, 2025-01-05"
  })
  void readsDaysWeeksMonthsAndYears(String text, LocalDate first, LocalDate last) {
    Period period = Period.parse(text);
    assertThat(period.first()).isEqualTo(first);
    assertThat(period.last()).isEqualTo(last);
    assertThat(period).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "26", "2026-13", "2026-02-30", "2025-W53", "2026-W00", "2026-w22", "x"})
  void refusesWhatIsNoPeriod(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Period.parse(text))
        .withMessageContaining("\"" + text + "\"");
  }

  @ParameterizedTest
  @EnumSource
  void everyDayLiesInOnePeriodOfEachLength(Period.Unit unit) {
    Random random = Seed.random();
    for (int i = 0; i < 1_000; i++) {
      LocalDate day = LocalDate.of(1990, 1, 1).plusDays(random.nextInt(20_000));
      Period period = Period.of(unit, day);
      assertThat(period.contains(PublicationDate.of(day))).isTrue();
      assertThat(Period.of(unit, period.last())).isEqualTo(period);
      assertThat(Period.of(unit, period.last().plusDays(1))).isNotEqualTo(period);
      assertThat(Period.parse(period.toString())).isEqualTo(period);
    }
  }

  @Test
  void containsADateOnlyWithAllItsDays() {
    Period may = Period.parse("2026-05");
    assertThat(may.contains(PublicationDate.parse("2026-05"))).isTrue();
    assertThat(may.contains(PublicationDate.parse("2026-05-31"))).isTrue();
    assertThat(may.contains(PublicationDate.parse("2026"))).isFalse();
    assertThat(may.contains(PublicationDate.parse("2026-06-01"))).isFalse();
  }
}
