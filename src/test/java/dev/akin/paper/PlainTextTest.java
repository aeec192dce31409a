package dev.akin.paper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.Seed;
import java.text.Normalizer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "A plain title: with (signs), 100% & $x^2$",
        "<10% **bold** \\alpha",
        "Größe 北京 🙂",
        "zero\u200Bwidth"
      })
  void leavesPlainTextAsItIs(String text) {
    assertThat(PlainText.of(text)).isEqualTo(text);
  }

  @Test
  void hasOneSpaceBetweenWordsAndNoneAround() {
    assertThat(PlainText.of("  a \t b\r\n\u00A0c\u3000\u2028d  ")).isEqualTo("a b c d");
    assertThat(PlainText.of(" \n\t ")).isEmpty();
    assertThat(PlainText.of("a  b")).isEqualTo("a b");
    assertThat(PlainText.of("a ")).isEqualTo("a");
  }

  @Test
  void composesLettersAndAccents() {
    assertThat(PlainText.of("Jose\u0301")).isEqualTo("José");
    assertThat(PlainText.of("e\u007F\u0301")).isEqualTo("é");
    assertThat(PlainText.of("\u212B")).isEqualTo("Å");
  }

  @Test
  void leavesOutWhatNobodySees() {
    assertThat(PlainText.of("\uFEFFa\u0000b\u0007c\u007Fd")).isEqualTo("a b cd");
    assertThat(PlainText.of("hy\u00ADphen")).isEqualTo("hyphen");
  }

  @Test
  void spellsLigaturesAndReadsWindows1252() {
    assertThat(PlainText.of("E\uFB03cient \uFB01elds")).isEqualTo("Efficient fields");
    assertThat(PlainText.of("author\u0092s 1990\u00961995\u0085end"))
        .isEqualTo("author’s 1990–1995 end");
  }

  @ParameterizedTest
  @CsvSource({"D83D, 0061", "DE00, 0061", "0061, D83D", "0061, DE00"})
  void leavesOutHalfCharacters(String first, String second) {
    String text = "" + (char) Integer.parseInt(first, 16) + (char) Integer.parseInt(second, 16);
    assertThat(PlainText.of(text)).isEqualTo("a");
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("dev.akin.Seed#three")
  void whatItMakesIsPlain(long seed) {
    Random random = Seed.fixed(seed);
    int[] signs = {
      'a', 'e', ' ', '\n', 0, 0x301, 0x327, 0xFEFF, 0xD83D, 0xDE00, 0x1F642, 0x1100, 0x1161, 0xA0,
      0xAD, 0x85, 0x92, 0xFB01
    };
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(12); j > 0; j--) {
        text.appendCodePoint(signs[random.nextInt(signs.length)]);
      }
      String plain = PlainText.of(text.toString());
      assertThat(PlainText.of(plain)).isEqualTo(plain);
      assertThat(Normalizer.isNormalized(plain, Normalizer.Form.NFC)).isTrue();
      assertThat(plain).isEqualTo(plain.strip()).doesNotContain("  ");
      assertThat(plain.codePoints())
          .noneMatch(c -> Character.isISOControl(c) || (c >= 0xD800 && c <= 0xDFFF));
    }
  }
}
