package dev.akin.read.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineReaderTest {
  private static List<Line> lines(byte[] bytes) throws IOException {
    return lines(new ByteArrayInputStream(bytes));
  }

  private static List<Line> lines(InputStream stream) throws IOException {
    List<Line> lines = new ArrayList<>();
    try (LineReader reader = new LineReader(stream)) {
      for (Line line = reader.next(); line != null; line = reader.next()) {
        lines.add(line);
      }
    }
    return lines;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void numbersLinesAndTheirBytes() throws IOException {
    // bytes: 3 of the mark, "é" 2 + CR LF 2, LF 1, "a\rb" 3 + LF 1, "c"
    assertThat(lines(utf8("\uFEFFé\r\n\na\rb\nc")))
        .containsExactly(
            new Line(1, 3, "é", null),
            new Line(2, 7, "", null),
            new Line(3, 8, "a\rb", null),
            new Line(4, 12, "c", null));
  }

  @Test
  void joinsWhatTheStreamHandsOutInPieces() throws IOException {
    List<InputStream> bytes = new ArrayList<>();
    for (byte b : utf8("😀é\r\n袜\nx")) {
      bytes.add(new ByteArrayInputStream(new byte[] {b}));
    }
    assertThat(lines(new SequenceInputStream(Collections.enumeration(bytes))))
        .extracting(Line::content)
        .containsExactly("😀é", "袜", "x");
  }

  @Test
  void takesALineOfExactlyTheMost() throws IOException {
    String longest = "x".repeat(LineReader.MAX_LINE_BYTES);
    assertThat(lines(utf8(longest + "\r\n" + longest))).extracting(Line::fault).containsOnlyNulls();
    assertThat(lines(utf8(longest + "x\n" + longest)))
        .containsExactly(
            new Line(1, 0, "", "line of 1,048,577 bytes; the maximum is 1,048,576"),
            new Line(2, 1_048_578, longest, null));
  }

  @Test
  void skipsALineThatIsTooLong() throws IOException {
    assertThat(lines(utf8("a\n" + "x".repeat(10 << 20) + "\r\nb\n")))
        .containsExactly(
            new Line(1, 0, "a", null),
            new Line(2, 2, "", "line of 10,485,760 bytes; the maximum is 1,048,576"),
            new Line(3, 10_485_764, "b", null));
  }

  @Test
  void namesTheByteThatIsNotUtf8() throws IOException {
    byte[] bytes = utf8("aé?\n\uFFFD is a character\ncut ?");
    bytes[3] = (byte) 0xC3;
    bytes[bytes.length - 1] = (byte) 0xE8;
    assertThat(lines(bytes))
        .containsExactly(
            new Line(1, 0, "", "not UTF-8 at byte 3 of the line"),
            new Line(2, 5, "\uFFFD is a character", null),
            new Line(3, 24, "", "not UTF-8 at byte 4 of the line"));
  }
}
