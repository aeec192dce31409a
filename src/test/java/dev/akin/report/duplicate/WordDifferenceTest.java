package dev.akin.report.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.report.duplicate.WordDifference.Part;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordDifferenceTest {
  @ParameterizedTest
  @CsvSource({
    "on the sleep of bees,on the sleep of bees,on the sleep of bees,on the sleep of bees",
    "on the sleep of bees,on the wake of wasps,on the [sleep ]of [bees],on the [wake ]of [wasps]",
    "on sleep,on the sleep of bees,on sleep,on [the ]sleep [of bees]",
    "The Sleep of bees.,the sleep of Beés,The Sleep of bees.,the sleep of Beés",
    "sleep,'',[sleep],''"
  })
  void marksWhatTheOtherTextLacks(String one, String other, String marked, String otherMarked) {
    WordDifference difference = WordDifference.of(one, other);

    assertThat(written(difference.one())).isEqualTo(marked);
    assertThat(written(difference.other())).isEqualTo(otherMarked);
  }

  private static String written(List<Part> parts) {
    return parts.stream()
        .map(part -> part.differs() ? "[" + part.text() + "]" : part.text())
        .collect(Collectors.joining());
  }
}
