package dev.akin.report.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PackedTextsTest {
  @Test
  void givesBackTextsOfAnyLengthInAnyOrder() {
    List<String> put = List.of("", "arXiv:2401.01234", "\u661f\u661f", "x".repeat(1_000), "last");
    PackedTexts texts = new PackedTexts(put.size());
    for (int number : new int[] {3, 0, 4, 1, 2}) {
      texts.put(number, put.get(number));
    }
    assertThat(IntStream.range(0, put.size()).mapToObj(texts::get)).isEqualTo(put);
  }
}
