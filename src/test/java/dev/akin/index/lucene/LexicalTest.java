package dev.akin.index.lucene;

import static dev.akin.index.lucene.Samples.ids;
import static dev.akin.index.lucene.Samples.look;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.index.store.BothStores;
import dev.akin.index.store.Filter;
import dev.akin.index.store.Hit;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@BothStores
class LexicalTest {
  @TempDir private static Path directory;

  @BeforeAll
  static void index() {
    Samples.index(
        directory,
        Paper.of("parsing", "Parsing with grammars", "We parse sentences of many languages."),
        Paper.of("graphs", "Searching graphs", "Nearest neighbors by walking a graph."));
    Samples.index(
        directory,
        in("tie-c", "cs.CL"),
        in("tie-b", "cs.IR"),
        in("tie-a", "cs.CL"),
        Samples.paper("nothing", ""));
  }

  private static Paper in(String id, String category) {
    return new Paper(
        new PaperId(id), "Quantum teapots", "", List.of(), null, List.of(category), null, null);
  }

  private static List<String> found(IndexSnapshot snapshot, String text, int count) {
    return ids(snapshot, snapshot.lexical(Samples.words(snapshot, "", text), count, Filter.NONE));
  }

  @Test
  void findsByWordsOfTitleAndAbstractInAnyForm() {
    look(
        directory,
        snapshot -> {
          assertThat(found(snapshot, "grammar", 9)).containsExactly("parsing");
          assertThat(found(snapshot, "the GRAPH, walked by a neighbor", 9))
              .containsExactly("graphs");
          assertThat(found(snapshot, "graphs parsing grammars sentences", 9))
              .containsExactly("parsing", "graphs");
        });
  }

  @Test
  void scoresAreInOrder() {
    look(
        directory,
        snapshot -> {
          List<Hit> hits =
              snapshot.lexical(
                  Samples.words(snapshot, "", "graphs parsing grammars quantum"), 9, Filter.NONE);
          assertThat(hits).hasSize(5);
          assertThat(hits).allMatch(hit -> hit.score() > 0);
          assertThat(hits).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 9})
  void breaksTiesByIdBeforeItCuts(int count) {
    List<String> all = List.of("tie-a", "tie-b", "tie-c");
    look(
        directory,
        snapshot ->
            assertThat(found(snapshot, "quantum teapot", count))
                .isEqualTo(all.subList(0, Math.min(count, 3))));
  }

  @Test
  void filters() {
    Filter filter = new Filter(null, null, List.of("cs.IR"), List.of(), List.of());
    look(
        directory,
        snapshot ->
            assertThat(
                    ids(
                        snapshot,
                        snapshot.lexical(Samples.words(snapshot, "", "quantum"), 9, filter)))
                .containsExactly("tie-b"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "the of and", "?!", "unheard", "*", "a:b AND (", "\u0000"})
  void findsNothingWithoutWords(String text) {
    Filter filter = new Filter(null, null, List.of("cs.CL"), List.of(), List.of());
    look(
        directory,
        snapshot -> {
          assertThat(snapshot.lexical(Samples.words(snapshot, "", text), 9, Filter.NONE)).isEmpty();
          assertThat(snapshot.lexical(Samples.words(snapshot, "", text), 9, filter)).isEmpty();
        });
  }

  @Test
  void takesTextsAndCountsOfAnySize() {
    look(
        directory,
        snapshot ->
            assertThat(found(snapshot, "grammar ".repeat(100_000), Integer.MAX_VALUE))
                .containsExactly("parsing"));
  }

  @Test
  void refusesACountBelowOne() {
    look(
        directory,
        snapshot ->
            assertThatThrownBy(() -> found(snapshot, "grammar", 0))
                .isInstanceOf(IllegalArgumentException.class));
  }
}
