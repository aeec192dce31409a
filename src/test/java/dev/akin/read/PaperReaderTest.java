package dev.akin.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.Seed;
import dev.akin.base.AkinException;
import dev.akin.paper.Paper;
import dev.akin.read.record.ReadException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PaperReaderTest {
  private static byte[] papers(int from, int to) {
    Random random = Seed.fixed(7);
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      text.append("{\"id\":\"p%d\",\"title\":\"%x\"}\n".formatted(i, random.nextLong()));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      whole.writeBytes(part);
    }
    return whole.toByteArray();
  }

  @Test
  void unpacksAGzipOfSeveralMembers() {
    byte[] packed =
        join(
            Reading.gzip(papers(0, 3)),
            Reading.gzip(new byte[0]),
            Reading.gzip(papers(3, 4)),
            Reading.gzip(papers(4, 5000)));
    Reading reading = Reading.of(packed, ReadOptions.DEFAULT);
    assertThat(reading.papers()).hasSize(5000);
    assertThat(reading.problems()).isEmpty();
  }

  @Test
  void returnsThePapersBeforeTheCutOfAGzip() {
    byte[] packed = Reading.gzip(papers(0, 20_000));
    byte[] cut = Arrays.copyOf(packed, packed.length / 2);
    assertDamaged(cut, "the gzip stream ends early after ");
  }

  @Test
  void returnsThePapersBeforeADamagedByteOfAGzip() {
    byte[] packed = Reading.gzip(papers(0, 20_000));
    Arrays.fill(packed, packed.length / 2, packed.length / 2 + 20, (byte) 0);
    assertDamaged(packed, "the gzip stream is corrupt; found after ");
  }

  @Test
  void returnsThePapersBeforeADamagedMemberOfAGzip() {
    byte[] second = Reading.gzip(papers(4000, 8000));
    second[1] = 0;
    assertDamaged(
        join(Reading.gzip(papers(0, 4000)), second),
        "bytes that are not gzip follow after 4,000 records");
    assertDamaged(
        join(Reading.gzip(papers(0, 4000)), Arrays.copyOf(second, 1)),
        "bytes that are not gzip follow after 4,000 records");
  }

  private static void assertDamaged(byte[] bytes, String what) {
    List<String> ids = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    PaperSource source = PaperSource.of("test", new ByteArrayInputStream(bytes));
    try (PaperReader reader = PaperReader.open(source, ReadOptions.DEFAULT, problems::add)) {
      ThrowingCallable readOn =
          () -> {
            for (Paper paper = reader.next(); paper != null; paper = reader.next()) {
              ids.add(paper.id().value());
            }
          };
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(readOn)
            .isInstanceOf(ReadException.class)
            .hasMessageStartingWith("test: " + what)
            .hasMessageEndingWith(": the rest is missing")
            .extracting(e -> ((ReadException) e).kind())
            .isEqualTo(AkinException.Kind.MALFORMED);
      }
      assertThat(reader.records()).isEqualTo(ids.size() + problems.size());
    }
    // what comes before the damage is whole; the first thousand always do
    int sound = what.contains("corrupt") ? 1000 : ids.size();
    assertThat(ids).hasSizeGreaterThanOrEqualTo(1000);
    assertThat(ids.subList(0, sound))
        .isEqualTo(IntStream.range(0, sound).mapToObj(i -> "p" + i).toList());
    assertThat(problems).allMatch(_ -> what.contains("corrupt"));
  }

  @Test
  void saysThatAGzipEndsBeforeItsFirstLine() {
    byte[] packed = Reading.gzip(papers(0, 1));
    for (int length : new int[] {2, 9, 12}) {
      assertThatThrownBy(() -> Reading.of(Arrays.copyOf(packed, length), ReadOptions.DEFAULT))
          .hasMessage(
              "test: the gzip stream ends early after 0 records (byte 0): the rest is missing");
    }
  }

  @Test
  void knowsHowFarItIs(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("a.txt"), Reading.gzip(papers(0, 100_000)));
    PaperSource source = PaperSource.of(file);
    try (PaperReader reader = PaperReader.open(source, ReadOptions.DEFAULT, _ -> {})) {
      assertThat(reader.positionBytes()).isBetween(1L, Files.size(file) / 4);
      while (reader.next() != null) {}
      assertThat(reader.positionBytes()).isEqualTo(Files.size(file));
      assertThat(source.sizeBytes()).hasValue(Files.size(file));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"RIS", "BIBTEX", "MEDLINE", "WEB_OF_SCIENCE", "REFER"})
  void saysThatNoRecordIsInAFile(PaperFormat format) {
    Reading reading = Reading.of("Dear reader,\nthis is a letter.\n", format);
    assertThat(reading.problem()).isEqualTo("no record of the format " + format + " in it");
    assertThat(reading.records()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BIBTEX|@comment{nothing}",
        "CSL_JSON|[]",
        "OPENALEX|{\"meta\":{},\"results\":[]}",
        "PUBMED_XML|<PubmedArticleSet></PubmedArticleSet>",
        "CSV|id,title"
      })
  void takesAnEmptyListForWhatItIs(PaperFormat format, String text) {
    Reading reading = Reading.of(text, format);
    assertThat(reading.papers()).isEmpty();
    assertThat(reading.problems()).isEmpty();
  }

  @Test
  void closesItsStream() {
    boolean[] closed = new boolean[1];
    InputStream stream =
        new ByteArrayInputStream(papers(0, 1)) {
          @Override
          public void close() {
            closed[0] = true;
          }
        };
    PaperReader.open(PaperSource.of("test", stream), ReadOptions.DEFAULT, _ -> {}).close();
    assertThat(closed[0]).isTrue();
  }

  @Test
  void readsAStreamOnce() {
    PaperSource source = PaperSource.of("test", new ByteArrayInputStream(papers(0, 1)));
    Reading.of(source, ReadOptions.DEFAULT);
    assertThatThrownBy(() -> Reading.of(source, ReadOptions.DEFAULT))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void saysThatAFileIsMissingOrAFolder(@TempDir Path folder) {
    Path missing = folder.resolve("missing");
    assertThatThrownBy(() -> Reading.of(PaperSource.of(missing), ReadOptions.DEFAULT))
        .hasMessage(missing + ": no such file")
        .extracting(e -> ((ReadException) e).kind())
        .isEqualTo(AkinException.Kind.MISSING);
    assertThatThrownBy(() -> Reading.of(PaperSource.of(folder), ReadOptions.DEFAULT))
        .hasMessage(folder + ": cannot be read: it is a folder")
        .extracting(e -> ((ReadException) e).kind())
        .isEqualTo(AkinException.Kind.IO);
  }

  @Test
  void survivesAStreamThatBreaks() {
    InputStream broken =
        new FilterInputStream(new ByteArrayInputStream(papers(0, 4000))) {
          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = in.read(bytes, offset, length);
            if (read < 0) {
              throw new IOException("the disk fell off");
            }
            return read;
          }
        };
    assertThatThrownBy(() -> Reading.of(PaperSource.of("test", broken), ReadOptions.DEFAULT))
        .hasMessageContaining("after 4,000 records")
        .hasMessageEndingWith(": the disk fell off")
        .extracting(e -> ((ReadException) e).kind())
        .isEqualTo(AkinException.Kind.IO);
  }
}
