package dev.akin.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DailyPapersMutationTest {
  private static final int MUTATIONS = 2000;

  @ParameterizedTest
  @ValueSource(strings = {"page-blank-lines.txt", "page-with-metadata.txt", "page-compact.txt"})
  void takesOrNamesEveryRecordOfAMutatedPage(String page) {
    long seed = System.nanoTime();
    System.out.println("DailyPapersMutationTest seed " + seed);
    Random random = new Random(seed);
    byte[] whole = Reading.resource(page);
    ReadOptions options = new ReadOptions(PaperFormat.DAILY_PAPERS, 2026);
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] mutated = mutate(whole, random);
      assertThatCode(
              () -> {
                Reading reading = Reading.of(mutated, options);
                assertThat(reading.records())
                    .isEqualTo(reading.papers().size() + reading.problems().size());
              })
          .as("mutation %d", i)
          .doesNotThrowAnyException();
    }
  }

  private static byte[] mutate(byte[] page, Random random) {
    byte[] mutated = page.clone();
    for (int i = 1 + random.nextInt(5); i > 0; i--) {
      int from = random.nextInt(mutated.length);
      int to = Math.min(mutated.length, from + random.nextInt(40));
      mutated =
          switch (random.nextInt(5)) {
            case 0 -> splice(mutated, from, to, new byte[0]);
            case 1 -> splice(mutated, from, from, Arrays.copyOfRange(mutated, from, to));
            case 2 -> splice(mutated, from, from, new byte[] {(byte) random.nextInt(256)});
            case 3 -> splice(mutated, from, from, "\n".getBytes(UTF_8));
            default -> shuffled(mutated, random);
          };
    }
    return mutated;
  }

  private static byte[] splice(byte[] bytes, int from, int to, byte[] insert) {
    byte[] spliced = Arrays.copyOf(bytes, bytes.length - (to - from) + insert.length);
    System.arraycopy(insert, 0, spliced, from, insert.length);
    System.arraycopy(bytes, to, spliced, from + insert.length, bytes.length - to);
    return spliced;
  }

  private static byte[] shuffled(byte[] bytes, Random random) {
    List<String> lines =
        new String(bytes, StandardCharsets.ISO_8859_1).lines().collect(Collectors.toList());
    int one = random.nextInt(lines.size());
    lines.add(random.nextInt(lines.size()), lines.remove(one));
    return String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void takesTimeInProportionToTheLength() {
    for (String hostile :
        List.of("·\n", "• 1 authors\n", "Jan 1\n", "new\n", "a\n", "• ", "Jan ", "é, ")) {
      String page = hostile.repeat((1 << 20) / hostile.length());
      assertTimeout(
          Duration.ofSeconds(5), () -> Reading.of(page, PaperFormat.DAILY_PAPERS), hostile);
    }
  }
}
