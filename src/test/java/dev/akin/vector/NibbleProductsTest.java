package dev.akin.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.Seed;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NibbleProductsTest {
  private static byte[] random(Random random, int count) {
    byte[] numbers = new byte[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (byte) random.nextInt(16);
    }
    return numbers;
  }

  private static byte[] packed(byte[] numbers, int offset) {
    int half = numbers.length / 2;
    byte[] packed = new byte[offset + half];
    for (int i = 0; i < half; i++) {
      packed[offset + i] = (byte) (numbers[i] << 4 | numbers[half + i]);
    }
    return packed;
  }

  private static int plainly(byte[] some, byte[] others) {
    int sum = 0;
    for (int i = 0; i < some.length; i++) {
      sum += some[i] * others[i];
    }
    return sum;
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4, 6, 30, 62, 64, 66, 126, 128, 130, 254, 256, 384, 386, 768, 1024})
  void areThoseOfAPlainLoop(int dimension) {
    Random random = Seed.random();
    for (int offset = 0; offset < 40; offset++) {
      byte[] some = random(random, dimension);
      byte[] others = random(random, dimension);
      assertThat(new NibbleProducts(some).with(packed(others, offset), offset))
          .isEqualTo(plainly(some, others));
    }
  }

  @Test
  void doNotOverflow() {
    byte[] greatest = new byte[1024];
    Arrays.fill(greatest, (byte) 15);
    assertThat(new NibbleProducts(greatest).with(packed(greatest, 0), 0)).isEqualTo(1024 * 15 * 15);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 1026})
  void refuseWhatTheyCannotAddUp(int dimension) {
    assertThatThrownBy(() -> new NibbleProducts(new byte[dimension]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(dimension + " numbers");
  }
}
