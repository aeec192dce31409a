package dev.akin.index.lucene.search;

import static dev.akin.index.lucene.Samples.SPACE;
import static dev.akin.index.lucene.Samples.change;
import static dev.akin.index.lucene.Samples.look;
import static dev.akin.index.lucene.Samples.paper;
import static dev.akin.index.lucene.Samples.put;
import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.Seed;
import dev.akin.index.store.Filter;
import dev.akin.index.store.NearestOptions;
import dev.akin.vector.Embedding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExactSearchTest {
  private static final NearestOptions EXACT =
      new NearestOptions(Filter.NONE, NearestOptions.Method.EXACT);
  private static final int PAPERS = 2_000;
  private static final int WANTED = 5;

  /// All cosines with the query are at least cos(0.01) = 0.99995. They differ by less than the
  /// error of single precision, so none may be dropped before they are computed in double.
  @Test
  void findsTheNearestAmongThousandsThatAreAlmostAsNear(@TempDir Path directory) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < PAPERS; i++) {
      places.add(i);
    }
    Collections.shuffle(places, Seed.fixed(1));
    change(
        directory, writer -> places.forEach(i -> put(writer, paper("p" + i, "Paper " + i), at(i))));
    look(
        directory,
        snapshot -> {
          IntStream.Builder all = IntStream.builder();
          snapshot.scan(all::add);
          assertThat(snapshot.nearest(at(0), WANTED, EXACT))
              .isEqualTo(snapshot.nearest(at(0), all.build().toArray()).subList(0, WANTED));
        });
  }

  private static Embedding at(int place) {
    double angle = 0.01 * place / PAPERS;
    float[] values = new float[SPACE.dimension()];
    values[0] = (float) Math.cos(angle);
    values[1] = (float) Math.sin(angle);
    return Embedding.normalize(SPACE, values);
  }

  @Test
  void findsNothingInAnEmptyIndex(@TempDir Path directory) {
    change(directory, writer -> {});
    look(directory, snapshot -> assertThat(snapshot.nearest(at(0), WANTED, EXACT)).isEmpty());
  }

  @Test
  void findsAllIfThereAreFewerThanAreWanted(@TempDir Path directory) {
    change(directory, writer -> put(writer, paper("a", "A"), paper("b", "B")));
    look(
        directory,
        snapshot -> assertThat(snapshot.nearest(at(0), Integer.MAX_VALUE, EXACT)).hasSize(2));
  }
}
