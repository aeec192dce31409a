package dev.akin.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatexTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "plain text|plain text",
        "{BERT} and {\\em more} \\textbf{bold}|BERT and more bold",
        "{\\\"o} \\\"{o} \\\"o {\\'{e}} \\' e|ö ö ö é é",
        "\\c{c} \\c c \\v{s} \\H{o} \\k a \\r{a} \\u{g} \\d{o} \\={a} \\.z|ç ç š ő ą å ğ ọ ā ż",
        "\\'{\\i} \\'\\i{} na{\\\"\\i}ve \\i|í í naïve ı",
        "{\\ss} \\ss{} {\\L}\\'od\\'z \\O re \\AE|ß ß Łódź Øre Æ",
        "\\\"{} x|x",
        "a--b --- c ``q''|a–b — c “q”",
        "50\\% \\& \\# \\_ \\$5 \\{x\\}|50% & # _ $5 {x}",
        "a~b\\ c\\,d\\\\e\\-f|a b c d ef",
        "$\\alpha_{i}^2 < \\frac{1}{2}$ in $O(n)$|$\\alpha_{i}^2 < \\frac{1}{2}$ in $O(n)$",
        "costs 5$ {or} so|costs 5$ or so",
        "$a \\$ b$ {c}|$a \\$ b$ c",
        "TGF-\\beta 1|TGF-\\beta 1",
        "a_b ^ 日本 😀 “q” <10% # &|a_b ^ 日本 😀 “q” <10% # &",
        "{{unbalanced|unbalanced",
        "}x\\|x",
        "\\LaTeX{} \\TeX\\ x|LaTeX TeX x",
      })
  void becomesPlainText(String latex, String plain) {
    assertThat(LatexText.of(latex)).isEqualTo(plain);
  }

  @ParameterizedTest
  @CsvSource({
    "\\url{https://x.org/~a/b\\_c--d\\%20e},https://x.org/~a/b_c--d%20e",
    "https://x.org/{\\textasciitilde}a\\#b\\&c,https://x.org/~a#b&c",
  })
  void spellsALinkAsItIs(String latex, String link) {
    assertThat(LatexText.link(latex)).isEqualTo(link);
  }

  @Test
  void takesTimeInProportionToTheLength() {
    for (String hostile : List.of("{", "}", "\\", "$", "\\$", "\\'", "\\c ", "-", "\\x{", "$\\$")) {
      String text = hostile.repeat((1 << 20) / hostile.length());
      assertTimeout(Duration.ofSeconds(5), () -> LatexText.of(text), hostile);
    }
  }
}
