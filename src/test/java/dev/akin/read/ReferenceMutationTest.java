package dev.akin.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.ProcessorTime;
import dev.akin.Seed;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
class ReferenceMutationTest {
  private static final int MUTATIONS = 2000;

  /// Reading that takes time in the square of the length takes longer.
  private static final double MAX_MS = 500;

  private static final String MARKS = "{}[]()\"@#,=\\$% \n-ERTY\0\u00FF";

  @ParameterizedTest
  @CsvSource({
    "library.bib,BIBTEX",
    "library.ris,RIS",
    "library.json,CSL_JSON",
    "inputs/crossref-page-pretty.json,CSL_JSON",
    "inputs/s2-page.json,SEMANTIC_SCHOLAR",
    "inputs/pubmed.nbib,MEDLINE",
    "inputs/savedrecs.ciw,WEB_OF_SCIENCE",
    "inputs/endnote.enw,REFER"
  })
  void takesOrNamesEveryRecordOfAMutatedLibrary(String library, PaperFormat format) {
    Random random = Seed.random();
    byte[] whole = Reading.resource(library);
    for (int i = 0; i < MUTATIONS; i++) {
      Reading reading = Reading.of(mutate(whole, random), new ReadOptions(format, null));
      assertThat(reading.records()).isEqualTo(reading.papers().size() + reading.problems().size());
    }
  }

  private static byte[] mutate(byte[] whole, Random random) {
    byte[] mutated = whole.clone();
    for (int i = 1 + random.nextInt(5); i > 0; i--) {
      mutated[random.nextInt(mutated.length)] = (byte) MARKS.charAt(random.nextInt(MARKS.length()));
    }
    boolean cut = random.nextInt(4) == 0;
    int half = mutated.length / 2;
    return cut ? Arrays.copyOf(mutated, half + random.nextInt(half)) : mutated;
  }

  @Test
  void takesTimeInProportionToTheLength() {
    for (PaperFormat format : List.of(PaperFormat.BIBTEX, PaperFormat.RIS, PaperFormat.CSL_JSON)) {
      for (String hostile :
          List.of("@", "@a", "@a{", "@a{k,", "\n@a{", "{", "\"", "[", "]", "\\", "TY  - ", "a\n")) {
        String text = hostile.repeat((1 << 16) / hostile.length());
        for (String start :
            List.of("", "@a{k, title = {", "@a{k, author = {", "TY  - A\n", "[{\"a\":\"")) {
          assertThat(ProcessorTime.millis(() -> Reading.of(start + text, format)))
              .as(hostile)
              .isLessThan(MAX_MS);
        }
      }
    }
  }
}
