package dev.akin.read.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LooseDateTest {
  @ParameterizedTest
  @CsvSource({
    "2020,2020",
    "c. 2020a,2020",
    "2020///,2020",
    "2020/5,2020-05",
    "2020/05/17/Spring,2020-05-17",
    "2020-05-17T10:00:00Z,2020-05-17",
    "2020-05/2020-06,2020-05",
    "2020/2021,2020",
    "May 2020,2020-05",
    "17 May 2020,2020-05-17",
    "'September 3, 2020',2020-09-03",
    "2020 Sept. 3,2020-09-03",
    "May--June 2020,2020-05",
    "2020-13-01,2020",
    "2020-02-30,2020-02",
    "30 Feb 2020,2020-02",
    "May 0 2020,2020-05",
    "2020.05.17,2020-05-17",
    "2020年5月17日,2020-05-17",
    "6-8 May 2020,2020-05",
    "1995 [1859],1995",
    "5780 [2020],2020",
  })
  void isAsPreciseAsItMakesSense(String text, String date) {
    assertThat(LooseDate.of(text)).hasToString(date);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "n.d.", "in press", "May", "0000", "9999", "12345", "17/5/20"})
  void isAbsentWithoutAYear(String text) {
    assertThat(LooseDate.of(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "2020,'','',2020",
    "2020,5,'',2020-05",
    "2020,05,17,2020-05-17",
    "2020,May,17,2020-05-17",
    "2020,17 May,'',2020-05-17",
    "2020,'',17,2020",
    "2020,Ides,'',2020",
  })
  void comesInParts(String year, String month, String day, String date) {
    assertThat(LooseDate.of(year, month, day)).hasToString(date);
  }
}
