package dev.akin.index.lucene;

import static dev.akin.index.lucene.Samples.change;
import static dev.akin.index.lucene.Samples.look;
import static dev.akin.index.lucene.Samples.put;
import static dev.akin.index.lucene.Samples.vectorOf;
import static dev.akin.index.lucene.Samples.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.base.AkinException;
import dev.akin.base.Deadline;
import dev.akin.index.store.Filter;
import dev.akin.index.store.Hit;
import dev.akin.index.store.IndexException;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.NearestOptions;
import dev.akin.index.store.PaperIndex;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Searches that end at a deadline. The clock of these tests goes on by a nanosecond whenever
/// somebody looks at it, so that each search can be ended at each of its looks.
class SnapshotDeadlineTest {
  private static final int PAPERS = 2_000;
  private static final int COUNT = 20;
  private static final double NEXT = 1.25;

  @TempDir private static Path directory;

  private long now;

  @BeforeAll
  static void write() {
    change(
        directory,
        writer -> {
          for (int i = 0; i < PAPERS; i++) {
            put(writer, windy("p" + i));
          }
        });
  }

  private static Paper windy(String id) {
    return new Paper(
        new PaperId(id), "Cold wind over " + id, "", List.of(), null, List.of("wind"), null, null);
  }

  /// The ways of search that end with what they have.
  enum Way {
    GRAPH,
    EXACT,
    FILTERED,
    WORDS,
    PHRASE;

    List<Hit> search(IndexSnapshot snapshot) {
      return switch (this) {
        case GRAPH -> nearest(snapshot, Filter.NONE, NearestOptions.Method.GRAPH);
        case EXACT -> nearest(snapshot, Filter.NONE, NearestOptions.Method.EXACT);
        case FILTERED ->
            nearest(
                snapshot,
                new Filter(null, null, List.of("wind"), List.of(), List.of()),
                NearestOptions.Method.GRAPH);
        case WORDS -> snapshot.lexical(words(snapshot, "wind over p7", ""), COUNT, Filter.NONE);
        case PHRASE ->
            snapshot.phrase("cold wind", COUNT, Filter.NONE).stream()
                .map(hit -> new Hit(hit.paper(), hit.place().rank()))
                .toList();
      };
    }

    private static List<Hit> nearest(
        IndexSnapshot snapshot, Filter filter, NearestOptions.Method method) {
      return snapshot.nearest(vectorOf("a query"), COUNT, new NearestOptions(filter, method));
    }
  }

  private Deadline after(long looks) {
    return Deadline.in(Duration.ofNanos(looks), () -> now++);
  }

  /// What happens if there is time for so many looks at the clock.
  private enum End {
    LATE,
    NOTHING,
    PART,
    WHOLE
  }

  /// A page, a number or a suggestion is whole or not there at all.
  @Test
  void givesNoPartOfWhatHasToBeWhole() {
    look(
        directory,
        snapshot -> {
          for (int looks = 1; looks < COUNT; looks++) {
            try (IndexSnapshot timed = snapshot.until(after(looks))) {
              assertThat(timed.browse(Filter.NONE, null, COUNT)).hasSize(COUNT);
              assertThat(timed.count(Filter.NONE)).isEqualTo(PAPERS);
              assertThat(timed.suggest("p1x", 1)).hasSize(1);
            } catch (IndexException e) {
              assertThat(e.kind()).isEqualTo(AkinException.Kind.LATE);
            }
          }
        });
  }

  @Test
  void staysOpenAfterTheSnapshotThatItIsFrom() {
    PaperIndex index = new LuceneStore(directory).open(PaperIndex.Check.NOTHING);
    IndexSnapshot first = index.snapshot();
    try (IndexSnapshot timed = first.until(Deadline.NEVER)) {
      first.close();
      index.close();
      assertThat(timed.count(Filter.NONE)).isEqualTo(PAPERS);
    }
    assertThatThrownBy(() -> first.until(Deadline.NEVER)).isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @EnumSource
  void endsWithWhatItHasFound(Way way) {
    look(
        directory,
        snapshot -> {
          List<Hit> whole = way.search(snapshot);
          assertThat(whole).hasSize(COUNT);
          Set<End> ends = new HashSet<>();
          for (double looks = 1; looks < 100 * PAPERS; looks *= NEXT) {
            ends.add(search(way, snapshot, Math.round(looks), whole));
          }
          // So few papers pass the filter that all are compared between two looks.
          Set<End> possible = EnumSet.allOf(End.class);
          if (way == Way.FILTERED) {
            possible.remove(End.PART);
          }
          assertThat(ends).isEqualTo(possible);
        });
  }

  private End search(Way way, IndexSnapshot snapshot, long looks, List<Hit> whole) {
    try (IndexSnapshot timed = snapshot.until(after(looks))) {
      List<Hit> found = way.search(timed);
      if (!timed.endedEarly()) {
        assertThat(found).isEqualTo(whole);
        return End.WHOLE;
      }
      assertThat(found.size()).isLessThanOrEqualTo(COUNT);
      assertThatThrownBy(timed::requireWhole).isInstanceOf(IndexException.class);
      return found.isEmpty() ? End.NOTHING : End.PART;
    } catch (IndexException e) {
      assertThat(e.kind()).isEqualTo(AkinException.Kind.LATE);
      assertThat(e).hasMessage("the search did not end within 0 ms");
      return End.LATE;
    }
  }
}
