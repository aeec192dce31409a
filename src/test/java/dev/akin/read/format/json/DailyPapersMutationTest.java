package dev.akin.read.format.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.akin.Seed;
import dev.akin.read.PaperFormat;
import dev.akin.read.ReadOptions;
import dev.akin.read.Reading;
import dev.akin.read.format.MutatedPage;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class DailyPapersMutationTest {
  private static final int MUTATIONS = 2000;

  @ParameterizedTest
  @ValueSource(strings = {"page-blank-lines.txt", "page-with-metadata.txt", "page-compact.txt"})
  void takesOrNamesEveryRecordOfAMutatedPage(String page) {
    Random random = Seed.random();
    byte[] whole = Reading.resource(page);
    ReadOptions options = new ReadOptions(PaperFormat.DAILY_PAPERS, 2026);
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] mutated = MutatedPage.of(whole, random);
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

  @Test
  void takesTimeInProportionToTheLength() {
    for (String hostile :
        List.of("·\n", "• 1 authors\n", "Jan 1\n", "new\n", "a\n", "• ", "Jan ", "é, ")) {
      String page = hostile.repeat((1 << 20) / hostile.length());
      assertThatCode(() -> Reading.of(page, PaperFormat.DAILY_PAPERS))
          .as(hostile)
          .doesNotThrowAnyException();
    }
  }
}
