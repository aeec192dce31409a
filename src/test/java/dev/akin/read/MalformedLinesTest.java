package dev.akin.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Good lines in odd clothes and bad ones of all kinds, shuffled.
class MalformedLinesTest {
  private static final int LINES = 4000;

  private static final List<byte[]> BAD =
      List.of(
          utf8("{\"id\":\"bad\",\"title\":\"cut"),
          utf8("{\"id\":\"bad\",\"title\":\"\"} {\"id\":\"bad\",\"title\":\"\"}"),
          utf8("{\"id\":\"bad\",\"title\":\"\"}\r{\"id\":\"bad\",\"title\":\"\"}"),
          utf8("\uFEFF{\"id\":\"bad\",\"title\":\"\"}"),
          "{\"id\":\"bad\",\"title\":\"caf\u00E9\"}".getBytes(ISO_8859_1),
          utf8("{\"id\":\"bad\",\"title\":\"\\ud800\"}"),
          utf8("{\"id\":\"bad\\udc00\",\"title\":\"\"}"),
          utf8("{\"id\":\"bad\",\"title\":\"\0\"}"),
          utf8("{\"id\":\"bad\",\"title\":\"\",\"year\":NaN}"),
          utf8("{\"id\":17,\"title\":\"\"}"),
          utf8("{\"id\":\"bad\",\"title\":{}}"),
          utf8("{\"id\":\"bad\"}"),
          utf8("{\"title\":\"\"}"),
          utf8("{\"id\":\"bad\",\"id\":\"worse\",\"title\":\"\"}"),
          utf8("[{\"id\":\"bad\",\"title\":\"\"}]"),
          utf8("{\"id\":\"bad\",\"title\":" + "[".repeat(1000) + "]".repeat(1000) + "}"),
          "{\"id\":\"bad\",\"title\":\"\"}".getBytes(UTF_16BE),
          utf8("{\"id\":\"bad\",\"title\":\"\"} and more"),
          utf8("{\"id\":\"bad\",\"title\":\"\",\"date\":\"2024-13\"}"),
          utf8("{\"id\":\"" + "x".repeat(LineReader.MAX_LINE_BYTES) + "\"}"));

  private static final List<String> CLOTHES =
      List.of(
          "", ",\"extra\":[{\"deep\":[1]}]", ",\"year\":\"2024\"", ",\"url\":null", ", \"n\":1 ");

  private static byte[] good(int i, String clothes) {
    return utf8("{\"id\":\"p%d\",\"title\":\"Socks\",\"abstract\":\"é\"%s}".formatted(i, clothes));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void loseNoGoodLineAndHideNoBadOne(boolean gzip) {
    long seed = System.nanoTime();
    System.out.println("MalformedLinesTest seed " + seed);
    Random random = new Random(seed);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(utf8("\uFEFF"));
    List<String> good = new ArrayList<>();
    List<String> bad = new ArrayList<>();
    long line = 0;
    for (int i = 0; i < LINES; i++) {
      for (; random.nextInt(10) == 0; line++) {
        file.writeBytes(utf8(random.nextBoolean() ? "\n" : "  \r\n"));
      }
      line++;
      if (i < BAD.size() || random.nextInt(10) == 0) {
        bad.add(line + "@" + file.size());
        file.writeBytes(BAD.get(i < BAD.size() ? i : random.nextInt(BAD.size() - 1)));
      } else {
        good.add("p" + i);
        String clothes = CLOTHES.get(random.nextInt(CLOTHES.size()));
        file.writeBytes(good(i, clothes));
      }
      file.writeBytes(utf8(i == LINES - 1 ? "" : random.nextInt(4) == 0 ? "\r\n" : "\n"));
    }
    byte[] bytes = gzip ? Reading.gzip(file.toByteArray()) : file.toByteArray();

    Reading reading = Reading.of(bytes, ReadOptions.DEFAULT);

    assertThat(reading.format()).isEqualTo(PaperFormat.AKIN_JSON);
    assertThat(reading.ids()).isEqualTo(good);
    assertThat(reading.problems())
        .extracting(problem -> problem.line() + "@" + problem.byteOffset())
        .isEqualTo(bad);
    assertThat(reading.problems())
        .allSatisfy(
            problem -> assertThat(problem.what()).doesNotContain("Source", "jackson", "Feature"));
    assertThat(reading.records()).isEqualTo(LINES);
  }
}
