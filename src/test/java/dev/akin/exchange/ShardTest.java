package dev.akin.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.Seed;
import dev.akin.base.Sha256;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTest {
  @Test
  void everyTextIsInExactlyOneShard() {
    Random random = Seed.random();
    for (int i = 0; i < 1_000; i++) {
      String text = Sha256.hex(Long.toString(random.nextLong()), 16);
      int count = 1 + random.nextInt(20);
      assertThat(
              IntStream.rangeClosed(1, count).filter(number -> new Shard(number, count).has(text)))
          .as("%s of %d", text, count)
          .hasSize(1);
    }
  }

  @Test
  void isTheSameInEveryVersion() {
    // 0xff…f = 2^64 - 1 = 16 * (2^60 - 1) + 15: the last of 16.
    assertThat(Shard.of("ffffffffffffffff0123456789abcdef", 16)).isEqualTo(16);
    assertThat(Shard.of("0000000000000000fedcba9876543210", 16)).isEqualTo(1);
    assertThat(Shard.of("00000000000000110000000000000000", 16)).isEqualTo(2); // 17 = 16 + 1
  }

  @Test
  void readsWhatItWrites() {
    assertThat(Shard.parse("3/16")).isEqualTo(new Shard(3, 16)).hasToString("3/16");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0/16", "17/16", "3", "3/", "/3", "-1/3", "a/b", "1/0", "1/1000000"})
  void refusesOtherForms(String text) {
    assertThatThrownBy(() -> Shard.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("/16");
  }
}
