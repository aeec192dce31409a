package dev.akin.index.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.Seed;
import dev.akin.base.Resources;
import dev.akin.base.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

class PackedRecordTest {
  private static BytesRef packed(byte[] record) throws IOException {
    return new BytesRef(PackedRecord.pack(record));
  }

  private static void assertThatItComesBack(int length, Random random) throws IOException {
    byte[] record = new byte[length];
    random.nextBytes(record);
    assertThat(PackedRecord.unpack(packed(record))).isEqualTo(new BytesRef(record));
  }

  @Test
  void comesBack() throws IOException {
    Random random = Seed.random();
    for (int length = 0; length < 300; length++) {
      assertThatItComesBack(length, random);
    }
    // Longer than the room that each thread has, and shorter ones after it.
    assertThatItComesBack(100_000, random);
    assertThatItComesBack(20_000, random);
    assertThatItComesBack(10, random);
  }

  @Test
  void takesMuchLessRoom() throws IOException {
    byte[] record =
        """
        In this paper, we propose a method for counting the trees of a forest from photographs. We \
        show that it outperforms the state-of-the-art on three datasets, and that experiments with \
        young trees lead to results that are comparable to those of a human being.\
        """
            .getBytes(StandardCharsets.UTF_8);
    BytesRef packed = packed(record);
    assertThat(packed.length).isLessThan(record.length * 6 / 10);
    assertThat(PackedRecord.unpack(packed)).isEqualTo(new BytesRef(record));
  }

  @Test
  void aFlippedBitIsSeen() throws IOException {
    byte[] packed = PackedRecord.pack("A record".getBytes(StandardCharsets.UTF_8));
    for (int bit = 8; bit < 8 * packed.length; bit++) {
      byte[] flipped = packed.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(PackedRecord.unpack(new BytesRef(flipped))).isNull();
    }
  }

  /// An earlier akin did not pack them.
  @Test
  void mayBeUnpackedAlready() throws IOException {
    BytesRef old = new BytesRef(new byte[] {1, 'a', 0, 0});
    assertThat(PackedRecord.unpack(old)).isSameAs(old);
  }

  /// With other phrases, no record of any index could be read.
  @Test
  void thePhrasesAreThoseOfAllIndexes() {
    String phrases = Resources.text(PackedRecord.class, "record-phrases.txt");
    assertThat(Sha256.hex(phrases, 16)).isEqualTo("28e572e5e755e97aaed17fceb28db677");
  }
}
