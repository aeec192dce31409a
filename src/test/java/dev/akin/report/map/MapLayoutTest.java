package dev.akin.report.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.report.PlantedPapers;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapLayoutTest {
  @TempDir Path folder;

  private void look(PlantedPapers papers, Consumer<PlantedPapers.Look> look) {
    papers.index(folder.resolve("index"));
    PlantedPapers.look(folder.resolve("index"), look);
  }

  private static Positions positions(PlantedPapers.Look look) {
    return MapLayout.of(look.lists(), look.corpus().rowsWithVector(), look.topics(null));
  }

  @Test
  void putsPapersOfAFieldTogether() {
    look(
        new PlantedPapers(3).addAll(0, 40),
        look -> {
          Positions positions = positions(look);
          int together = 0;
          for (int row = 0; row < look.corpus().size(); row++) {
            if (field(look, row) == field(look, nearest(look, positions, row))) {
              together++;
            }
          }
          // By chance it were 40 of 320.
          assertThat(together).isGreaterThan(310);
          assertThat(KeptNeighbors.on(positions, look.lists()))
              .satisfies(kept -> assertThat(kept.ofHundred()).isGreaterThan(0.95));
        });
  }

  private static char field(PlantedPapers.Look look, int row) {
    return look.corpus().id(row).value().charAt(1);
  }

  private static int nearest(PlantedPapers.Look look, Positions positions, int row) {
    int nearest = row == 0 ? 1 : 0;
    for (int other = 0; other < look.corpus().size(); other++) {
      if (other != row
          && positions.squareDistance(row, other) < positions.squareDistance(row, nearest)) {
        nearest = other;
      }
    }
    return nearest;
  }

  @Test
  void staysWithinTheSquareAndLeavesOutPapersWithoutText() {
    look(
        new PlantedPapers(3).addAll(0, 5).addBare("bare"),
        look -> {
          Positions positions = positions(look);
          for (int row = 0; row < look.corpus().size(); row++) {
            boolean bare = look.corpus().id(row).value().equals("bare");
            assertThat(positions.has(row)).isNotEqualTo(bare);
            if (!bare) {
              assertThat(positions.x(row)).isBetween(0.0, 1.0);
              assertThat(positions.y(row)).isBetween(0.0, 1.0);
            }
          }
        });
  }

  @Test
  void putsAnOnlyPaperInTheMiddle() {
    look(
        new PlantedPapers(3).add(0, 0, 1),
        look -> {
          assertThat(positions(look).x(0)).isEqualTo(0.5);
          assertThat(positions(look).y(0)).isEqualTo(0.5);
        });
  }
}
