package dev.akin.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SpaceTest {
  private static final Space MEAN =
      Space.of("mini", 384, Map.of("pooling", "mean", "tokens", "512"));

  @Test
  void identityStaysTheSameForever() {
    // printf 'dimension=384\npooling=mean\ntokens=512\n' | sha256sum | cut -c1-16
    assertThat(MEAN.identity()).isEqualTo("684ba040c467b19d");
  }

  @Test
  void identityDoesNotDependOnNameAndOrder() {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("tokens", "512");
    parts.put("pooling", "mean");
    Space same = Space.of("another name", 384, parts);
    assertThat(same.identity()).isEqualTo(MEAN.identity());
    assertThat(same).isEqualTo(MEAN).hasSameHashCodeAs(MEAN);
    assertThat(Space.mismatch(List.of(MEAN), List.of(same))).isEmpty();
  }

  @Test
  void everyPartAndTheDimensionCount() {
    Space cls = Space.of("mini", 384, Map.of("pooling", "cls", "tokens", "512"));
    Space wide = Space.of("mini", 768, MEAN.parts());
    Space bare = Space.of("mini", 384, Map.of("pooling", "mean"));
    assertThat(MEAN).isNotEqualTo(cls).isNotEqualTo(wide).isNotEqualTo(bare);
    assertThat(MEAN.identity()).isNotIn(cls.identity(), wide.identity(), bare.identity());
    assertThat(mismatch(MEAN, cls)).endsWith(": pooling mean, not cls");
    assertThat(mismatch(MEAN, wide)).endsWith(": dimension 384, not 768");
    assertThat(mismatch(MEAN, bare)).endsWith(": tokens 512, not none");
    assertThat(mismatch(bare, MEAN)).endsWith(": tokens none, not 512");
    assertThat(mismatch(wide, cls)).endsWith(": dimension 768, not 384; pooling mean, not cls");
  }

  @Test
  void anEmptyPartIsNotAnAbsentOne() {
    Space empty = Space.of("mini", 384, Map.of("pooling", "mean", "tokens", "512", "prefix", ""));
    assertThat(empty).isNotEqualTo(MEAN);
    assertThat(mismatch(MEAN, empty)).endsWith(": prefix none, not ");
  }

  @Test
  void explainsWhyModelsDoNotFitAnIndex() {
    Space other = Space.of("other", 384, Map.of("pooling", "cls", "tokens", "512"));
    assertThat(mismatch(MEAN, other))
        .isEqualTo(
            "the index was made with mini (%s), not with other (%s): pooling mean, not cls"
                .formatted(MEAN.identity(), other.identity()));
    assertThat(Space.mismatch(List.of(MEAN, other), List.of(MEAN)))
        .hasValue(
            "the index was made with mini (%1$s),other (%2$s), not with mini (%1$s)"
                .formatted(MEAN.identity(), other.identity()));
    assertThat(Space.mismatch(List.of(MEAN, other), List.of(other, MEAN)))
        .hasValueSatisfying(
            text -> assertThat(text).endsWith(": pooling mean, not cls; pooling cls, not mean"));
  }

  private static String mismatch(Space index, Space model) {
    return Space.mismatch(List.of(index), List.of(model)).orElseThrow();
  }

  @Test
  void isImmutable() {
    Map<String, String> parts = new HashMap<>(Map.of("pooling", "mean"));
    Space space = new Space("mini", 384, new TreeMap<>(parts));
    parts.put("pooling", "cls");
    assertThat(space.parts()).containsEntry("pooling", "mean");
    assertThatThrownBy(() -> space.parts().put("pooling", "cls"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void refusesASpaceWithoutDimensions() {
    assertThatThrownBy(() -> Space.of("mini", 0, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0");
  }
}
