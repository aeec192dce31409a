package dev.akin.recommend.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.Seed;
import dev.akin.paper.Paper;
import dev.akin.recommend.query.Resolved;
import dev.akin.vector.Embedding;
import dev.akin.vector.Space;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InterestsTest {
  private static final Space PLANE = Space.of("plane", 2, Map.of("pooling", "by hand"));
  private static final Space OTHER = Space.of("other", 2, Map.of("pooling", "by hand"));

  @Test
  void putsTheLargestFirstAndInEachTheMostCentral() {
    assertThat(
            ids(
                Interests.of(
                    List.of(at("far", 200), at("a", 0), at("b", 20), at("m", 10), at("x", 90)),
                    0.9)))
        .containsExactly(List.of("m", "a", "b"), List.of("far"), List.of("x"));
  }

  @Test
  void doesNotDependOnTheOrderOfExamples() {
    List<Resolved> examples = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      examples.add(at("p" + i, i * 15)); // ties everywhere
    }
    List<List<String>> first = ids(Interests.of(examples, 0.8));
    Collections.shuffle(examples, Seed.random());
    assertThat(ids(Interests.of(examples, 0.8))).isEqualTo(first);
  }

  @Test
  void comparesByTheMeanOfTheModels() {
    // cos 0° = 1 and cos 80° = 0.174: the mean is 0.587.
    List<Resolved> examples = List.of(at("a", 0, 0), at("b", 0, 80));
    assertThat(Interests.of(examples, 0.58)).hasSize(1);
    assertThat(Interests.of(examples, 0.59)).hasSize(2);
  }

  @Test
  void leavesOutWhatHasNoText() {
    Resolved empty = new Resolved(7, Paper.of("void", "", ""), false, 1, List.of(), false);
    assertThat(ids(Interests.of(List.of(empty, at("a", 0)), 0.5))).containsExactly(List.of("a"));
    assertThat(Interests.of(List.of(), 0.5)).isEmpty();
  }

  private static Resolved at(String id, double degrees) {
    return new Resolved(
        -1, Paper.of(id, id, ""), false, 1, List.of(direction(PLANE, degrees)), false);
  }

  private static Resolved at(String id, double degrees, double byOther) {
    return new Resolved(
        -1,
        Paper.of(id, id, ""),
        false,
        1,
        List.of(direction(PLANE, degrees), direction(OTHER, byOther)),
        false);
  }

  private static Embedding direction(Space space, double degrees) {
    double angle = Math.toRadians(degrees);
    return Embedding.normalize(
        space, new float[] {(float) Math.cos(angle), (float) Math.sin(angle)});
  }

  private static List<List<String>> ids(List<List<Resolved>> interests) {
    return interests.stream()
        .map(interest -> interest.stream().map(each -> each.paper().id().value()).toList())
        .toList();
  }
}
