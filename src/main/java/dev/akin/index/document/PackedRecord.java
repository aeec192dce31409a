package dev.akin.index.document;

import dev.akin.base.Resources;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.OutputStreamDataOutput;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.compress.LZ4;

/// Packs the bytes of records with LZ4 into about half the room. LZ4 finds again what was there
/// before; so that it finds something in a single abstract, each is packed as if phrases that
/// abstracts often have stood before it. They were counted in the test collections.
///
/// The form: a byte 0, the number of bytes before packing (a vint), and LZ4's block. Records of an
/// earlier akin are not packed. They begin with the length of an id, which is never 0.
final class PackedRecord {
  /// Whoever changes them can no longer read any index.
  private static final byte[] PHRASES =
      Resources.text(PackedRecord.class, "/dev/akin/index/record-phrases.txt")
          .getBytes(StandardCharsets.US_ASCII);

  private static final LZ4.HighCompressionHashTable HASHES = new LZ4.HighCompressionHashTable();

  private PackedRecord() {}

  /// Packs a record.
  static synchronized byte[] pack(byte[] record) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(record.length);
    try (OutputStreamDataOutput out = new OutputStreamDataOutput(bytes)) {
      out.writeByte((byte) 0);
      out.writeVInt(record.length);
      byte[] all = Arrays.copyOf(PHRASES, PHRASES.length + record.length);
      System.arraycopy(record, 0, all, PHRASES.length, record.length);
      LZ4.compressWithDictionary(all, 0, PHRASES.length, record.length, out, HASHES);
    }
    return bytes.toByteArray();
  }

  /// The bytes of a record that may be packed.
  static BytesRef unpack(BytesRef stored) throws IOException {
    ByteArrayDataInput in = new ByteArrayDataInput(stored.bytes, stored.offset, stored.length);
    if (in.readByte() != 0) {
      return stored;
    }
    int length = in.readVInt();
    byte[] all = Arrays.copyOf(PHRASES, PHRASES.length + length);
    LZ4.decompress(in, length, all, PHRASES.length);
    return new BytesRef(all, PHRASES.length, length);
  }
}
