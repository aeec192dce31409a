package dev.akin.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.paper.TitleKey;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleNumbersTest {
  private static List<String> numbers(String title) {
    return TitleNumbers.of(TitleKey.of(title));
  }

  @ParameterizedTest
  @CsvSource({
    "On the theory of games I,                        1",
    "On the theory of games IV: the core,             4",
    "On the theory of games V,                        5",
    "SemEval-2019 task 3,                             2019 3",
    "Findings of the Second Workshop,                 2",
    "Findings of the 2nd workshop,                    2",
    "Ⅲ. Seven plus or minus two,                      3 7 2",
    "The fourteenth workshop,                         14",
    "Baselines at 3C task B: purpose,                 3 b",
    "On games: part I and part B,                     1 b",
    "Meeting XIV of the society,                      14",
    "I read mixed divine vixens,                      ''",
    "Vision and onerous tennis,                       ''"
  })
  void areDigitsRomanNumeralsAndSmallNumerals(String title, String numbers) {
    assertThat(String.join(" ", numbers(title))).isEqualTo(numbers);
  }

  @Test
  void areInTheirOrder() {
    assertThat(numbers("Two of three")).isNotEqualTo(numbers("Three of two"));
  }
}
