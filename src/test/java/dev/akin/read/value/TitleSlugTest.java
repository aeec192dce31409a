package dev.akin.read.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleSlugTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sorting Socks Without Looking|sorting-socks-without-looking",
        "What? -- A  Survey (v2)!|what-a-survey-v2",
        "Café Ångström|cafe-angstrom",
        "Cafe\u0301 Ångström|cafe-angstrom",
        "𝐁𝐨𝐥𝐝 Socks|bold-socks"
      })
  void isTheLatinLettersAndDigits(String title, String slug) {
    assertThat(TitleSlug.of(title)).isEqualTo(slug);
  }

  @Test
  void isCutAtAWordWithAHashOfTheWhole() {
    String start = "socks ".repeat(15);
    assertThat(TitleSlug.of(start + "left"))
        .matches("(socks-){12}socks-[0-9a-f]{10}")
        .isNotEqualTo(TitleSlug.of(start + "right"))
        .isEqualTo(TitleSlug.of(start + "LEFT!"));
    assertThat(TitleSlug.of("s".repeat(999))).matches("s{80}-[0-9a-f]{10}");
  }

  @Test
  void hasAHashWhereLettersAreLost() {
    assertThat(TitleSlug.of("On π-socks"))
        .matches("on-socks-[0-9a-f]{10}")
        .isNotEqualTo(TitleSlug.of("On λ-socks"))
        .isNotEqualTo(TitleSlug.of("On socks"));
  }

  @ParameterizedTest
  @CsvSource({"袜子的排序", "∞", "!"})
  void isAHashWhereThereIsNothingElse(String title) {
    assertThat(TitleSlug.of(title)).matches("title-[0-9a-f]{10}");
  }
}
