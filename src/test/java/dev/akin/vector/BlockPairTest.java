package dev.akin.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockPairTest {
  @Test
  void pairsEachBlockWithThoseUpToItself() {
    List<BlockPair> pairs = new ArrayList<>();
    for (long number = 0; number < BlockPair.count(3); number++) {
      pairs.add(BlockPair.of(number));
    }
    assertThat(pairs)
        .containsExactly(
            new BlockPair(0, 0),
            new BlockPair(1, 0),
            new BlockPair(1, 1),
            new BlockPair(2, 0),
            new BlockPair(2, 1),
            new BlockPair(2, 2));
  }

  /// An int holds blocks · (blocks + 1) for up to 46,340 blocks. The longest array of rows has
  /// 2,796,203 blocks.
  @ParameterizedTest
  @ValueSource(ints = {46_340, 46_341, 46_342, 100_000, 2_796_203})
  void countsPairsBeyondInt(int blocks) {
    int last = blocks - 1;
    long count = BlockPair.count(blocks);
    assertThat(count).isEqualTo(BlockPair.count(last) + blocks).isPositive();
    assertThat(BlockPair.of(count - 1)).isEqualTo(new BlockPair(last, last));
    assertThat(BlockPair.of(count - blocks)).isEqualTo(new BlockPair(last, 0));
    assertThat(BlockPair.of(count - blocks - 1)).isEqualTo(new BlockPair(last - 1, last - 1));
  }
}
