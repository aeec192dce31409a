package dev.akin.vector;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// Multiplies one vector of whole numbers from 0 to 15 with many that are packed, two numbers in a
/// byte. Byte i of a packed vector has number i in its high half and number i + n/2 in its low
/// half, where n is the dimension. Immutable, safe for use by many threads.
///
/// Two bytes are one lane of 16 bits, which has four numbers. Each is masked and multiplied in its
/// lane, with the numbers of the one vector in the same order. No lane overflows: 1,024 numbers add
/// up to at most 57,600 in a lane of the narrowest registers.
public final class NibbleProducts {
  /// The largest dimension.
  private static final int MAX_DIMENSION = 1024;

  private static final VectorSpecies<Byte> BYTES = ByteVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Short> PAIRS = ShortVector.SPECIES_PREFERRED;
  private static final short NIBBLE = 0xF;
  private static final int PAIR = 0xFFFF;

  private final byte[] numbers;
  private final int half;

  /// The numbers that stand in the lowest, second, third and highest four bits of a lane.
  private final short[] lowest;

  private final short[] second;
  private final short[] third;
  private final short[] highest;

  /// @param numbers from 0 to 15; an even number of them, at most 1,024
  public NibbleProducts(byte[] numbers) {
    if (numbers.length > MAX_DIMENSION || numbers.length % 2 != 0) {
      throw new IllegalArgumentException(numbers.length + " numbers");
    }
    this.numbers = numbers.clone();
    this.half = numbers.length / 2;
    this.lowest = everySecond(half);
    this.second = everySecond(0);
    this.third = everySecond(half + 1);
    this.highest = everySecond(1);
  }

  private short[] everySecond(int first) {
    short[] picked = new short[half / 2];
    for (int i = 0; i < picked.length; i++) {
      picked[i] = numbers[first + 2 * i];
    }
    return picked;
  }

  /// The sum of the products with a packed vector.
  ///
  /// @param packed has the vector, half as many bytes as there are numbers
  /// @param offset where it begins
  public int with(byte[] packed, int offset) {
    ShortVector some = ShortVector.zero(PAIRS);
    ShortVector others = ShortVector.zero(PAIRS);
    int i = 0;
    for (; i < BYTES.loopBound(half); i += BYTES.length()) {
      ShortVector pairs = ByteVector.fromArray(BYTES, packed, offset + i).reinterpretAsShorts();
      int at = i / 2;
      some = some.add(pairs.and(NIBBLE).mul(ShortVector.fromArray(PAIRS, lowest, at)));
      others = others.add(shifted(pairs, 4).mul(ShortVector.fromArray(PAIRS, second, at)));
      some = some.add(shifted(pairs, 8).mul(ShortVector.fromArray(PAIRS, third, at)));
      others = others.add(shifted(pairs, 12).mul(ShortVector.fromArray(PAIRS, highest, at)));
    }
    IntVector sums = some.add(others).reinterpretAsInts();
    int sum =
        sums.and(PAIR)
            .add(sums.lanewise(VectorOperators.LSHR, Short.SIZE))
            .reduceLanes(VectorOperators.ADD);
    for (; i < half; i++) {
      int both = packed[offset + i];
      sum += numbers[i] * (both >> 4 & NIBBLE) + numbers[half + i] * (both & NIBBLE);
    }
    return sum;
  }

  private static ShortVector shifted(ShortVector pairs, int bits) {
    return pairs.lanewise(VectorOperators.LSHR, bits).and(NIBBLE);
  }
}
