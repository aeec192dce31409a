package dev.akin.index.disk;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;

/// Looks for the file that keeps a build from being opened, by the checksum at the end of each:
/// what Lucene throws may name no file, or call a flipped bit another version.
///
/// @hidden public for its own room only
public final class DamagedFile {
  private static final Pattern LUCENE =
      Pattern.compile("_[0-9a-z]+[._][\\w.-]*|(?:pending_)?segments_[0-9a-z]+");

  private DamagedFile() {}

  /// The first file of the last commit with a wrong checksum; empty if there is none.
  public static Optional<Path> in(Path build) {
    try (Directory directory = Disk.REAL.open(build)) {
      for (String file : files(directory)) {
        if (isDamaged(directory, file)) {
          return Optional.of(build.resolve(file));
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      // The caller knows already that the build cannot be opened.
      return Optional.empty();
    }
  }

  private static Collection<String> files(Directory directory) throws IOException {
    try {
      return SegmentInfos.readLatestCommit(directory).files(true);
    } catch (IOException | RuntimeException e) {
      // What lists the files is damaged itself.
      return luceneFiles(directory);
    }
  }

  /// All files of a build that are Lucene's, of whatever commit; those of others are left out.
  public static List<String> luceneFiles(Directory directory) throws IOException {
    return Stream.of(directory.listAll()).filter(DamagedFile::isLucene).toList();
  }

  /// Whether a file of that name is Lucene's.
  public static boolean isLucene(String file) {
    return LUCENE.matcher(file).matches();
  }

  private static boolean isDamaged(Directory directory, String file) {
    try (IndexInput input = directory.openInput(file, IOContext.READONCE)) {
      CodecUtil.checksumEntireFile(input);
      return false;
    } catch (FileSystemException e) {
      // It may be whole, and not be ours to read.
      return false;
    } catch (IOException e) {
      return true;
    }
  }
}
