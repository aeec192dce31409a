package dev.akin.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.index.lucene.LuceneStore;
import dev.akin.read.ReadOptions;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkProgressTest {
  private static final Offset<Double> CLOSE = within(1e-9);

  private final InputSurvey survey =
      new InputSurvey(new LuceneStore(Path.of("nowhere")), List.of(), ReadOptions.DEFAULT);
  private final WorkProgress progress = new WorkProgress(survey);

  @AfterEach
  void close() {
    survey.close();
  }

  @Test
  void isUnknownWhereTheInputsSizeIs() {
    assertThat(progress.share(0)).isNegative();
    assertThat(progress.left()).isNull();
  }

  @Test
  void doesNotCountWhatIsReadAndNotWritten() {
    for (int i = 1; i <= 100; i++) {
      progress.took(i / 200.0);
    }
    assertThat(progress.share(100)).isZero();
    assertThat(progress.share(50)).isEqualTo(0.25, CLOSE);
    assertThat(progress.share(0)).isEqualTo(0.5, CLOSE);
  }

  @Test
  void neverSaysThatAllIsDone() {
    progress.took(1);
    assertThat(progress.share(0)).isLessThan(1);
  }

  @Test
  void leavesRoomForTheInputThatFollowsAnotherBuild() {
    progress.begin(0, 0.9);
    progress.took(1);
    assertThat(progress.share(0)).isEqualTo(0.9, CLOSE);
    progress.begin(0.9, 1);
    progress.took(0.5);
    assertThat(progress.share(0)).isEqualTo(0.95, CLOSE);
  }
}
