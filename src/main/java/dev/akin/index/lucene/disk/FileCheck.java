package dev.akin.index.lucene.disk;

import dev.akin.base.AkinException;
import dev.akin.index.store.IndexException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.store.ChecksumIndexInput;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;

/// Compares the files of a commit with the checksums at their ends. A file that a writer has
/// deleted since is left out: no later commit has it.
///
/// What a crash can break: Lucene writes each file once, never changes it, and syncs it before a
/// commit names it. So a crash or a loss of power leaves damage only in files that no commit names.
/// That holds if the disk does what a sync asks for. If it does not, what was written last is lost:
/// the newest files, whole or their ends. Therefore [#requireNewest] looks at the end of every
/// file, and reads the newest files. Other damage comes with time, from a failing disk; only
/// reading all files finds it ([#requireWhole]).
///
/// A merge does not hide damage: Lucene compares the checksum of each file that it merges.
///
/// @param build the directory of the build
/// @param directory the same, open
///
/// @hidden public for its own room only
public record FileCheck(Path build, Directory directory) {
  /// So many bytes are read at most when an index is opened, which takes 0.1 s from memory and 0.5
  /// s from a usual disk. A smaller index is read wholly.
  public static final long NEWEST_BYTES = 64 << 20;

  /// The size of the end of a file, which has its checksum.
  public static final int END_BYTES = CodecUtil.footerLength();

  private static final int CHUNK_BYTES = 1 << 20;

  /// Decides when more is read.
  public interface Pace {
    /// Called after some bytes were read.
    ///
    /// @return false to read no more
    boolean read(int bytes);
  }

  /// Requires that every file has its end, and that the newest files are whole.
  ///
  /// @param mostBytes maximum size of the files that are read, such as [#NEWEST_BYTES]; what was
  ///   written last comes first, and one that does not fit is left out
  /// @throws IndexException if one is damaged
  public void requireNewest(Collection<String> files, long mostBytes) throws IOException {
    long left = mostBytes;
    for (String file : newestFirst(files)) {
      long size = requireEnd(file);
      if (size <= left) {
        left -= size;
        requireWhole(file, _ -> true);
      }
    }
  }

  private List<String> newestFirst(Collection<String> files) throws IOException {
    Map<String, FileTime> written = new HashMap<>();
    for (String file : files) {
      try {
        written.put(file, Files.getLastModifiedTime(build.resolve(file)));
      } catch (NoSuchFileException e) {
        // A writer has deleted it.
      }
    }
    return written.entrySet().stream()
        .sorted(
            Map.Entry.<String, FileTime>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /// @return the size of the file in bytes; 0 if it is deleted
  private long requireEnd(String file) throws IOException {
    try (IndexInput input = directory.openInput(file, IOContext.READONCE)) {
      CodecUtil.retrieveChecksum(input);
      return input.length();
    } catch (NoSuchFileException | FileNotFoundException e) {
      return 0;
    } catch (FileSystemException e) {
      throw e; // it cannot be read, which does not mean that it is damaged
    } catch (IOException | RuntimeException | InternalError e) {
      throw damaged(file, e);
    }
  }

  /// Requires that a file is whole.
  ///
  /// @return false if `pace` ended it
  /// @throws IndexException if it is damaged
  public boolean requireWhole(String file, Pace pace) throws IOException {
    try (ChecksumIndexInput input = directory.openChecksumInput(file)) {
      long left = input.length() - CodecUtil.footerLength();
      byte[] bytes = new byte[Math.clamp(left, 0, CHUNK_BYTES)];
      while (left > 0) {
        int chunk = (int) Math.min(left, bytes.length);
        input.readBytes(bytes, 0, chunk);
        left -= chunk;
        if (!pace.read(chunk)) {
          return false;
        }
      }
      CodecUtil.checkFooter(input);
      return true;
    } catch (NoSuchFileException | FileNotFoundException e) {
      return true;
    } catch (FileSystemException e) {
      throw e;
    } catch (IOException | RuntimeException | InternalError e) {
      throw damaged(file, e);
    }
  }

  private IndexException damaged(String file, Throwable cause) {
    return new IndexException(
        AkinException.Kind.IO,
        "%s: damaged: %s".formatted(build.resolve(file), withoutPath(cause)),
        cause);
  }

  /// The message of Lucene's exception, without the path that it appends.
  public static String withoutPath(Throwable e) {
    return String.valueOf(e.getMessage()).replaceFirst(" \\(resource=.*", "");
  }
}
