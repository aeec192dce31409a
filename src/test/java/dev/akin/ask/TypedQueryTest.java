package dev.akin.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedQueryTest {
  @Test
  void takesEachPartOutOfTheWords() {
    TypedQuery query =
        TypedQuery.read(
            "tree -bank author:vaswani Author:\"Noam Shazeer\" category: cs.CL year:2017-2019"
                + " \"self attention\" -\"machine translation\" parsing");
    assertThat(query.words()).isEqualTo("tree parsing");
    assertThat(query.authors()).containsExactly("vaswani", "Noam Shazeer");
    assertThat(query.categories()).containsExactly("cs.CL");
    assertThat(query.years()).hasToString("2017-2019");
    assertThat(query.phrases()).containsExactly("self attention");
    assertThat(query.excluded()).containsExactly("bank", "machine translation");
    assertThat(query.subject("parsing")).isEqualTo("self attention parsing");
    assertThat(query.isPlain()).isFalse();
  }

  /// What looks a little like an operator and is none.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "BERT: Pre-training of deep transformers",
        "a 5\" disk",
        "temperature -5 degrees",
        "alpha - beta",
        "coauthor:ship",
        "https://example.org/a:b",
        "\"\"open"
      })
  void leavesOrdinaryTextAlone(String typed) {
    TypedQuery query = TypedQuery.read(typed);
    assertThat(query.excluded()).isEmpty();
    assertThat(query.authors()).isEmpty();
    assertThat(query.phrases()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2019,2019,2019",
    "2019-2021,2019,2021",
    "2019–2021,2019,2021",
    "2019-,2019,",
    "-2021,,2021"
  })
  void readsYears(String typed, String from, String to) {
    YearRange years = TypedQuery.read("year:" + typed).years();
    assertThat(years)
        .extracting(range -> range.from() == null ? null : range.from().toString())
        .isEqualTo(from);
    assertThat(years)
        .extracting(range -> range.to() == null ? null : range.to().toString())
        .isEqualTo(to);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "author:             | author: needs a name",
        "author:\" \"        | author: needs a name",
        "trees category:     | category: needs a category",
        "year:abc            | year: needs a year or a range",
        "year:               | year: needs a year or a range",
        "year:-              | year: needs a year or a range",
        "year:2021-2019      | ends before it begins; type year:2019-2021",
        "year:2019 year:2020 | is given twice",
        "-word               | says only what to leave out",
        "-author:vaswani a   | only words and \"exact phrases\" can be left out",
      })
  void saysWhatToTypeInstead(String typed, String message) {
    assertThatThrownBy(() -> TypedQuery.read(typed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  /// Signs that nobody sees: control characters, marks of direction, spaces of width zero.
  @Test
  void takesInvisibleSignsAway() {
    assertThat(TypedQuery.read("\u202Eauthor:\u200Bvaswani\u0000\u200F").authors())
        .containsExactly("vaswani");
    assertThatThrownBy(() -> TypedQuery.read(" \u200F\u0007\u2066 "))
        .hasMessageContaining("no visible characters");
  }

  @Test
  void readsAParagraphAsWords() {
    String paragraph = "word -without ".repeat(TypedQuery.MAX_CHARACTERS).strip();
    assertThat(TypedQuery.read(paragraph).words()).isEqualTo(paragraph);
  }
}
