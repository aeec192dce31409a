package dev.akin.index.lucene;

import static dev.akin.index.lucene.Samples.PLANE;
import static dev.akin.index.lucene.Samples.about;
import static dev.akin.index.lucene.Samples.at;
import static dev.akin.index.lucene.Samples.ids;
import static dev.akin.index.lucene.Samples.look;
import static dev.akin.index.lucene.Samples.paper;
import static dev.akin.index.lucene.Samples.put;
import static dev.akin.index.lucene.Samples.vectorOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.index.store.BothStores;
import dev.akin.index.store.Filter;
import dev.akin.index.store.Hit;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.NearestOptions;
import dev.akin.index.store.NearestOptions.Method;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.index.store.Stores;
import dev.akin.paper.PaperId;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The nearest papers in the plane, where the cosine is easily computed from the angle.
@BothStores
class NearestTest {
  @TempDir private static Path directory;

  @BeforeAll
  static void index() {
    try (PaperIndexWriter writer = Stores.at(directory).writer(List.of(PLANE))) {
      put(writer, about("north", "north"), at(90));
      put(writer, about("east", "south"), at(0));
      writer.commit();
      put(writer, about("b45", "north"), at(45));
      put(writer, about("a45", "north"), at(45));
      put(writer, about("west", "north"), at(180));
      put(writer, about("gone", "north"), at(30));
      writer.commit();
      writer.delete(new PaperId("gone"));
      writer.commit();
    }
  }

  private static List<String> nearest(IndexSnapshot snapshot, int count, Method method) {
    return ids(snapshot, snapshot.nearest(at(30), count, new NearestOptions(Filter.NONE, method)));
  }

  @ParameterizedTest
  @EnumSource
  void ordersByAngleAndBreaksTiesById(Method method) {
    look(
        directory,
        snapshot -> {
          // Angles from 30 degrees: 15 to a45 and b45, 30 to east, 60 to north, 150 to west.
          assertThat(nearest(snapshot, 9, method))
              .containsExactly("a45", "b45", "east", "north", "west");
          assertThat(nearest(snapshot, 1, method)).containsExactly("a45");
          assertThat(nearest(snapshot, 3, method)).containsExactly("a45", "b45", "east");
        });
  }

  @ParameterizedTest
  @EnumSource
  void scoresAreCosines(Method method) {
    look(
        directory,
        snapshot -> {
          NearestOptions options = new NearestOptions(Filter.NONE, method);
          List<Hit> hits = snapshot.nearest(at(30), 9, options);
          assertThat(hits.get(2).score()).isCloseTo(Math.sqrt(3) / 2, within(1e-7));
          assertThat(hits.get(3).score()).isCloseTo(0.5, within(1e-7));
          assertThat(hits.get(4).score()).isCloseTo(-Math.sqrt(3) / 2, within(1e-7));
        });
  }

  @ParameterizedTest
  @EnumSource
  void filtersBeforeItCounts(Method method) {
    Filter south = new Filter(null, null, List.of("south"), List.of(), List.of());
    Filter nowhere = new Filter(null, null, List.of("nowhere"), List.of(), List.of());
    look(
        directory,
        snapshot -> {
          assertThat(ids(snapshot, snapshot.nearest(at(30), 1, new NearestOptions(south, method))))
              .containsExactly("east");
          assertThat(snapshot.nearest(at(30), 1, new NearestOptions(nowhere, method))).isEmpty();
        });
  }

  @ParameterizedTest
  @EnumSource
  void takesACountBeyondAllPapers(Method method) {
    look(
        directory, snapshot -> assertThat(nearest(snapshot, Integer.MAX_VALUE, method)).hasSize(5));
  }

  @ParameterizedTest
  @EnumSource
  void findsNothingInAnEmptyIndex(Method method, @TempDir Path empty) {
    Stores.at(empty).writer(List.of(PLANE)).close();
    Filter filter = new Filter(null, null, List.of("north"), List.of(), List.of());
    look(
        empty,
        snapshot -> {
          assertThat(nearest(snapshot, 3, method)).isEmpty();
          assertThat(snapshot.nearest(at(30), 3, new NearestOptions(filter, method))).isEmpty();
        });
  }

  @ParameterizedTest
  @EnumSource
  void findsNothingWherePapersHaveNoText(Method method, @TempDir Path other) {
    try (PaperIndexWriter writer = Stores.at(other).writer(List.of(PLANE))) {
      writer.upsert(paper("nothing", ""), null);
      writer.commit();
    }
    look(other, snapshot -> assertThat(nearest(snapshot, 3, method)).isEmpty());
  }

  @Test
  void refusesAQueryOfAnotherModelAndACountBelowOne() {
    look(
        directory,
        snapshot -> {
          assertThatThrownBy(() -> snapshot.nearest(vectorOf("a"), 3, NearestOptions.DEFAULT))
              .isInstanceOf(IllegalArgumentException.class);
          assertThatThrownBy(() -> snapshot.nearest(at(30), 0, NearestOptions.DEFAULT))
              .isInstanceOf(IllegalArgumentException.class)
              .hasMessageContaining("0");
        });
  }
}
