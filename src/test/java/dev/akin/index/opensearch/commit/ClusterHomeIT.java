package dev.akin.index.opensearch.commit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.base.Deadline;
import dev.akin.index.lucene.Samples;
import dev.akin.index.opensearch.client.ClusterIndexes;
import dev.akin.index.opensearch.client.ClusterSearch;
import dev.akin.index.opensearch.client.TestCluster;
import dev.akin.index.opensearch.commit.ClusterHome.Build;
import dev.akin.index.opensearch.document.LayoutOptions;
import dev.akin.index.opensearch.search.Point;
import dev.akin.vector.Space;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("store")
class ClusterHomeIT {
  private static final List<Space> BEFORE = List.of(Samples.SPACE);
  private static final List<Space> AFTER =
      List.of(Space.of("other", 8, Map.of("weights", "other")));

  private TestCluster test;
  private ClusterHome home;

  @BeforeEach
  void open() {
    test = new TestCluster("it-home");
    home = new ClusterHome(test.cluster());
  }

  @AfterEach
  void close() {
    if (test != null) {
      test.close();
    }
  }

  private Build create(List<Space> spaces) {
    return home.create(spaces, new LayoutOptions(1, 0, 16, 100), Clock.systemUTC());
  }

  private Point read(Build build) {
    return Point.open(
        new ClusterSearch(test.cluster()), build.index(), "the cluster", Deadline.NEVER);
  }

  private boolean isThere(Build build) {
    return new ClusterIndexes(test.cluster()).all(Deadline.NEVER).containsKey(build.index());
  }

  @Test
  void whatWasReplacedStaysUntilNobodyReadsIt() {
    Build before = create(BEFORE);
    home.switchTo(null, before);
    Build after = create(AFTER);
    Point reader = read(before);
    home.switchTo(before, after);
    assertThat(home.requireCurrent(Deadline.NEVER).index()).isEqualTo(after.index());
    home.removeUnfinished(after);
    assertThat(home.removeReplaced(after)).isFalse();
    assertThat(isThere(before)).isTrue();
    reader.release();
    assertThat(home.removeReplaced(after)).isTrue();
    assertThat(isThere(before)).isFalse();
    assertThat(isThere(after)).isTrue();
  }

  @Test
  void aBuildThatWasReplacedIsNotContinued() {
    Build before = create(BEFORE);
    home.switchTo(null, before);
    Build after = create(AFTER);
    assertThat(home.unfinished(before, AFTER)).isPresent();
    home.switchTo(before, after);
    assertThat(home.unfinished(after, AFTER)).isEmpty();
    assertThat(home.unfinished(after, BEFORE)).isEmpty();
  }

  @Test
  void removesWhatWasLeftHalfDone() {
    Build before = create(BEFORE);
    home.switchTo(null, before);
    Build unfinished = create(AFTER);
    home.removeUnfinished(before);
    assertThat(isThere(unfinished)).isFalse();
    assertThat(isThere(before)).isTrue();
  }

  /// Somebody demands that a text is gone.
  @Test
  void removesAlsoWhatSomebodyReads() {
    Build before = create(BEFORE);
    home.switchTo(null, before);
    Build after = create(AFTER);
    Point reader = read(before);
    home.switchTo(before, after);
    home.removeOthers(after);
    assertThat(isThere(before)).isFalse();
    reader.release();
  }
}
