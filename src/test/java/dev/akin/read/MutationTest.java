package dev.akin.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.Seed;
import dev.akin.read.record.ReadException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Checks that a changed file is read, or that the reader says what is wrong with it.
@Tag("slow")
class MutationTest {
  private static final int MUTATIONS = 5000;
  private static final String MARKS = "<>/&;!?[]-\"'={}:, \n\r\t\0xA\u00FF0";

  @ParameterizedTest
  @CsvSource({
    "collection.xml,ACL_XML",
    "works.jsonl,OPENALEX",
    "papers.csv,CSV",
    "inputs/pubmed.xml,PUBMED_XML"
  })
  void losesNoFileSilently(String file, PaperFormat format) {
    Random random = Seed.random();
    byte[] whole = Reading.resource(file);
    Count all = new Count();
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] mutated = mutate(whole, random);
      Count count = count(mutated, new ReadOptions(format, null));
      String text = new String(mutated, StandardCharsets.ISO_8859_1);
      if (format != PaperFormat.CSV) { // a quotation mark may make a header of all of it
        assertThat(count.papers + count.problems + count.failures).as(text).isPositive();
      }
      all.papers += count.papers;
      all.problems += count.problems;
      all.failures += count.failures;
    }
    System.out.println("MutationTest " + file + ": " + all);
    assertThat(all.papers).isGreaterThan(MUTATIONS / 4);
  }

  private static Count count(byte[] bytes, ReadOptions options) {
    Count count = new Count();
    PaperSource source = PaperSource.of("test", new ByteArrayInputStream(bytes));
    try (PaperReader reader = PaperReader.open(source, options, _ -> count.problems++)) {
      while (reader.next() != null) {
        count.papers++;
      }
      assertThat(reader.records()).isEqualTo(count.papers + count.problems);
    } catch (ReadException e) {
      assertThat(e).hasMessageStartingWith("test: ");
      count.failures++;
    }
    return count;
  }

  private static final class Count {
    long papers;
    long problems;
    long failures;

    @Override
    public String toString() {
      return papers + " papers, " + problems + " problems, " + failures + " files broken off";
    }
  }

  private static byte[] mutate(byte[] whole, Random random) {
    byte[] mutated = whole.clone();
    for (int i = 1 + random.nextInt(5); i > 0; i--) {
      int at = random.nextInt(mutated.length);
      if (random.nextInt(4) == 0) {
        int length = Math.min(1 + random.nextInt(40), mutated.length - at);
        System.arraycopy(whole, random.nextInt(whole.length - length + 1), mutated, at, length);
      } else {
        mutated[at] = (byte) MARKS.charAt(random.nextInt(MARKS.length()));
      }
    }
    int half = mutated.length / 2;
    boolean cut = random.nextInt(4) == 0;
    return cut ? Arrays.copyOf(mutated, half + random.nextInt(half)) : mutated;
  }
}
