package dev.akin.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodingTest {
  private static final String TITLE = "Über Käse: a “small” naïve study";

  private static final String RIS = "TY  - JOUR\r\nTI  - " + TITLE + "\r\nER  - \r\n";

  private static void check(byte[] bytes, String encoding) {
    PaperSource source = PaperSource.of("test", new ByteArrayInputStream(bytes));
    try (PaperReader reader =
        PaperReader.open(
            source,
            ReadOptions.DEFAULT,
            problem -> {
              throw new AssertionError(problem);
            })) {
      int papers = 0;
      for (var paper = reader.next(); paper != null; paper = reader.next()) {
        assertThat(paper.title()).isEqualTo(TITLE);
        papers++;
      }
      assertThat(papers).isPositive();
      assertThat(reader.encoding()).isEqualTo(Charset.forName(encoding));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8,''",
    "UTF-8,\uFEFF",
    "UTF-16LE,''",
    "UTF-16LE,\uFEFF",
    "UTF-16BE,''",
    "UTF-16BE,\uFEFF",
    "windows-1252,''"
  })
  void isFound(String encoding, String mark) {
    check((mark + RIS).getBytes(Charset.forName(encoding)), encoding);
    check(Reading.gzip((mark + RIS).getBytes(Charset.forName(encoding))), encoding);
    String json = "{\"id\":\"1\",\"title\":\"" + TITLE + "\"}\n";
    check((mark + json).getBytes(Charset.forName(encoding)), encoding);
    String header = "id,title\n1,\"" + TITLE + "\"\n";
    check((mark + header).getBytes(Charset.forName(encoding)), encoding);
  }

  @Test
  void isThatOfTheFirstLetterOutsideAscii() {
    String ascii =
        IntStream.range(0, 5_000)
            .mapToObj(i -> "@comment{nothing to see in line %d}\n".formatted(i))
            .collect(Collectors.joining());
    for (String encoding : new String[] {"windows-1252", "UTF-8", "UTF-16LE"}) {
      check(
          (ascii + "@book{k, title = {" + TITLE + "}}").getBytes(Charset.forName(encoding)),
          encoding);
    }
  }

  @Test
  void isBelievedIfDeclared() {
    String bibtex = "% Encoding: %s\n\n@book{k, title = {%s}}\n";
    check(
        bibtex
            .replaceFirst("%s", "x-MacRoman")
            .replace("%s", TITLE)
            .getBytes(Charset.forName("x-MacRoman")),
        "x-MacRoman");
    String xml =
        "<?xml version='1.0' encoding='windows-1252'?><collection id='P19'><volume id='1'>"
            + "<paper id='1'><title>%s</title></paper></volume></collection>".formatted(TITLE);
    check(xml.getBytes(Charset.forName("windows-1252")), "windows-1252");
    check(xml.replace("windows-1252", "UTF-16").getBytes(StandardCharsets.UTF_16), "UTF-16BE");
  }

  @Test
  void keepsCharactersOfTwoHalves() {
    String title = "x".repeat(1000) + "😀".repeat(40_000);
    Reading reading =
        Reading.of(
            ("{\"id\":\"1\",\"title\":\"" + title + "\"}").getBytes(StandardCharsets.UTF_16LE),
            ReadOptions.DEFAULT);
    assertThat(reading.paper().title()).isEqualTo(title);
  }

  @Test
  void isUtf8InSpiteOfBrokenLines() {
    byte[] bytes = (RIS + RIS + RIS).getBytes(StandardCharsets.UTF_8);
    bytes[20] = (byte) 0xE9;
    Reading reading = Reading.of(bytes, ReadOptions.DEFAULT);
    assertThat(reading.papers()).hasSize(2);
    assertThat(reading.problems())
        .extracting(Problem::what)
        .singleElement()
        .asString()
        .startsWith("line 2: not UTF-8 at byte ");
  }
}
