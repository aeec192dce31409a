package dev.akin.exchange;

import io.airlift.compress.Decompressor;
import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/// Unpacks the pages of Parquet files, in Java alone: Parquet's own way is by native libraries.
final class PageCodecs implements CompressionCodecFactory {
  /// Pages are usually of a megabyte. A damaged file may name any size.
  private static final int MAX_PAGE_BYTES = 1 << 28;

  /// Unpacks one page.
  private interface Unpacking {
    /// @return how many bytes were written to `to`
    int unpack(byte[] from, byte[] to) throws IOException;
  }

  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName codec) {
    throw new UnsupportedOperationException("akin writes no compressed pages");
  }

  @Override
  public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
    return switch (codec) {
      case UNCOMPRESSED -> new PageUnpacking(PageCodecs::copy);
      case SNAPPY -> new PageUnpacking(of(new SnappyDecompressor()));
      case ZSTD -> new PageUnpacking(of(new ZstdDecompressor()));
      case LZ4_RAW -> new PageUnpacking(of(new Lz4Decompressor()));
      case GZIP -> new PageUnpacking(PageCodecs::gunzip);
      case LZO, BROTLI, LZ4 ->
          throw new IllegalArgumentException(
              "it is compressed with %s; write it with zstd, snappy, gzip or without compression"
                  .formatted(codec));
    };
  }

  private static Unpacking of(Decompressor decompressor) {
    return (from, to) -> decompressor.decompress(from, 0, from.length, to, 0, to.length);
  }

  private static int copy(byte[] from, byte[] to) {
    int length = Math.min(from.length, to.length);
    System.arraycopy(from, 0, to, 0, length);
    return length;
  }

  private static int gunzip(byte[] from, byte[] to) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(from))) {
      return in.readNBytes(to, 0, to.length);
    }
  }

  @Override
  public void release() {}

  private record PageUnpacking(Unpacking unpacking) implements BytesInputDecompressor {
    private byte[] page(byte[] packed, int size) throws IOException {
      if (size < 0 || size > MAX_PAGE_BYTES) {
        throw new IOException("a page of " + size + " bytes");
      }
      byte[] page = new byte[size];
      if (unpacking.unpack(packed, page) < size) {
        throw new EOFException("a page ends early");
      }
      return page;
    }

    @Override
    public BytesInput decompress(BytesInput bytes, int size) throws IOException {
      return BytesInput.from(page(bytes.toInputStream().readAllBytes(), size));
    }

    @Override
    public void decompress(ByteBuffer from, int fromSize, ByteBuffer to, int toSize)
        throws IOException {
      byte[] packed = new byte[fromSize];
      from.get(packed);
      to.put(page(packed, toSize));
    }

    @Override
    public void release() {}
  }
}
