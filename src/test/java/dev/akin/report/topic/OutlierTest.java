package dev.akin.report.topic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.report.PlantedPapers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutlierTest {
  @TempDir Path folder;

  @Test
  void isUnlikeAllOthers() {
    new PlantedPapers(4)
        .add(0, 0, 30)
        .add(1, 0, 30)
        .add(PlantedPapers.paper("alone", "Alone", "", 2020), 9)
        .index(folder);
    PlantedPapers.look(
        folder,
        look ->
            assertThat(look.found(null).outliers())
                .first()
                .satisfies(
                    outlier -> {
                      assertThat(look.corpus().id(outlier.row()).value()).isEqualTo("alone");
                      assertThat(outlier.cosine()).isGreaterThanOrEqualTo(outlier.closeness());
                      assertThat(outlier.nearest())
                          .isEqualTo(look.lists().neighbor(outlier.row(), 0));
                    }));
  }

  @Test
  void isNoneOfAFewPapers() {
    new PlantedPapers(4).add(0, 0, 9).add(1, 0, 1).index(folder);
    PlantedPapers.look(folder, look -> assertThat(look.found(null).outliers()).isEmpty());
  }
}
