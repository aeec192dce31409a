package dev.akin.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.LinkedHashMap;
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
    assertThat(MEAN.differences(same)).isEmpty();
  }

  @Test
  void everyPartAndTheDimensionCount() {
    Space cls = Space.of("mini", 384, Map.of("pooling", "cls", "tokens", "512"));
    Space wide = Space.of("mini", 768, MEAN.parts());
    Space bare = Space.of("mini", 384, Map.of("pooling", "mean"));
    assertThat(MEAN).isNotEqualTo(cls).isNotEqualTo(wide).isNotEqualTo(bare);
    assertThat(MEAN.identity()).isNotIn(cls.identity(), wide.identity(), bare.identity());
    assertThat(MEAN.differences(cls)).containsExactly("pooling: mean here, cls there");
    assertThat(MEAN.differences(wide)).containsExactly("dimension: 384 here, 768 there");
    assertThat(MEAN.differences(bare)).containsExactly("tokens: 512 here, none there");
    assertThat(bare.differences(MEAN)).containsExactly("tokens: none here, 512 there");
  }

  @Test
  void anEmptyPartIsNotAnAbsentOne() {
    Space empty = Space.of("mini", 384, Map.of("pooling", "mean", "tokens", "512", "prefix", ""));
    assertThat(empty).isNotEqualTo(MEAN);
    assertThat(MEAN.differences(empty)).hasSize(1).first().asString().startsWith("prefix:");
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
