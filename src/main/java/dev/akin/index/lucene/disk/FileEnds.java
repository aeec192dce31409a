package dev.akin.index.lucene.disk;

import dev.akin.base.AkinException;
import dev.akin.index.store.IndexException;
import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.codecs.CodecUtil;

/// Notices that a file of a commit was cut off while it is mapped into memory. Lucene does not: up
/// to the end of the last page it reads zeros, and takes them for data. Only after that page does
/// Java throw an [InternalError].
///
/// Each file ends with a footer, whose last bytes are a checksum; a file that was cut has lost
/// them. The footers are mapped into memory, too, so looking at them costs some nanoseconds a file.
/// Safe for use by many threads; close it when nobody looks any more.
///
/// @hidden public for its own room only
public final class FileEnds implements Closeable {
  private static final ValueLayout.OfInt MAGIC =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
  private static final ValueLayout.OfLong CHECKSUM =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

  private record End(Path file, MemorySegment footer, long checksum) {
    boolean isThere() {
      try {
        return checksum(footer) == checksum;
      } catch (InternalError e) {
        return false;
      }
    }

    private static long checksum(MemorySegment footer) {
      return footer.get(CHECKSUM, footer.byteSize() - Long.BYTES);
    }
  }

  private final Arena memory = Arena.ofShared();
  private final List<End> ends = new ArrayList<>();

  /// Maps the footers of files.
  ///
  /// @param build their directory
  /// @param files of a commit; those that a writer has deleted since are left out, since nobody can
  ///   cut them any more
  /// @throws IndexException if one was cut off already
  public FileEnds(Path build, Collection<String> files) throws IOException {
    try {
      for (String file : files) {
        map(build.resolve(file));
      }
    } catch (IOException | RuntimeException | InternalError e) {
      memory.close();
      throw e;
    }
  }

  private void map(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      long at = channel.size() - CodecUtil.footerLength();
      if (at < 0) {
        throw cut(file);
      }
      MemorySegment footer =
          channel.map(FileChannel.MapMode.READ_ONLY, at, CodecUtil.footerLength(), memory);
      if (footer.get(MAGIC, 0) != CodecUtil.FOOTER_MAGIC) {
        throw cut(file);
      }
      ends.add(new End(file, footer, End.checksum(footer)));
    } catch (NoSuchFileException e) {
      // A writer has made another commit; the file stays readable while it is open.
    }
  }

  /// Requires that no file was cut until now.
  ///
  /// @throws IndexException if one was
  public void requireUndamaged() {
    for (End end : ends) {
      if (!end.isThere()) {
        throw cut(end.file());
      }
    }
  }

  private static IndexException cut(Path file) {
    return new IndexException(AkinException.Kind.IO, file + ": damaged: its end is missing");
  }

  @Override
  public void close() {
    memory.close();
  }
}
