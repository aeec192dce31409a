package dev.akin.index.record;

import dev.akin.base.Resources;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.OutputStreamDataOutput;
import org.apache.lucene.util.BitUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.compress.LZ4;
import org.jspecify.annotations.Nullable;

/// Packs the bytes of records with LZ4 into about half the room. LZ4 finds again what was there
/// before; so that it finds something in a single abstract, each is packed as if phrases that
/// abstracts often have stood before it. They were counted in the test collections.
///
/// The form: a byte 0; the CRC-32C of the rest, the lowest byte first; the number of bytes before
/// packing, a vint; and LZ4's block. The checksum is compared whenever a record is read, which
/// costs some 0.1 µs. Records of an earlier akin are neither packed nor have they a checksum. They
/// begin with the length of an id, which is never 0.
///
/// @hidden public for its own room only
public final class PackedRecord {
  /// Whoever changes them can no longer read any index.
  private static final byte[] PHRASES =
      Resources.text(PackedRecord.class, "record-phrases.txt").getBytes(StandardCharsets.US_ASCII);

  private static final int HEADER_BYTES = 1 + Integer.BYTES;
  private static final ThreadLocal<LZ4.HighCompressionHashTable> HASHES =
      ThreadLocal.withInitial(LZ4.HighCompressionHashTable::new);

  /// For each thread the phrases, and room for a record behind them.
  private static final ThreadLocal<byte[]> UNPACKED =
      ThreadLocal.withInitial(() -> Arrays.copyOf(PHRASES, 2 * PHRASES.length));

  private PackedRecord() {}

  /// Packs a record.
  static byte[] pack(byte[] record) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(record.length);
    try (OutputStreamDataOutput out = new OutputStreamDataOutput(bytes)) {
      out.writeByte((byte) 0);
      out.writeInt(0);
      out.writeVInt(record.length);
      byte[] all = Arrays.copyOf(PHRASES, PHRASES.length + record.length);
      System.arraycopy(record, 0, all, PHRASES.length, record.length);
      LZ4.HighCompressionHashTable hashes = HASHES.get();
      LZ4.compressWithDictionary(all, 0, PHRASES.length, record.length, out, hashes);
    }
    byte[] packed = bytes.toByteArray();
    BitUtil.VH_LE_INT.set(packed, 1, checksum(packed, HEADER_BYTES, packed.length));
    return packed;
  }

  private static int checksum(byte[] bytes, int from, int to) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, from, to - from);
    return (int) sum.getValue();
  }

  /// The bytes of a record, packed or of an earlier akin.
  ///
  /// @return absent if the checksum is wrong; the next call of the same thread overwrites it
  public static @Nullable BytesRef unpack(BytesRef stored) throws IOException {
    if (stored.length == 0 || stored.bytes[stored.offset] != 0) {
      return stored;
    }
    int from = stored.offset + HEADER_BYTES;
    int to = stored.offset + stored.length;
    if (stored.length <= HEADER_BYTES
        || checksum(stored.bytes, from, to)
            != (int) BitUtil.VH_LE_INT.get(stored.bytes, stored.offset + 1)) {
      return null;
    }
    ByteArrayDataInput in = new ByteArrayDataInput(stored.bytes, from, to - from);
    int length = in.readVInt();
    byte[] all = unpacked(PHRASES.length + length);
    LZ4.decompress(in, length, all, PHRASES.length);
    return new BytesRef(all, PHRASES.length, length);
  }

  private static byte[] unpacked(int length) {
    byte[] bytes = UNPACKED.get();
    if (bytes.length >= length) {
      return bytes;
    }
    // Long records are rare.
    return Arrays.copyOf(PHRASES, length);
  }
}
