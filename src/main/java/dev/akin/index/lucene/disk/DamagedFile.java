package dev.akin.index.lucene.disk;

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

/// Finds the file that prevents a build from being opened, by the checksum at the end of each file.
/// Lucene's exceptions do not help: they may name no file, or take a flipped bit for another
/// version.
///
/// @hidden public for its own room only
public final class DamagedFile {
  private static final Pattern LUCENE =
      Pattern.compile("_[0-9a-z]+[._][\\w.-]*|(?:pending_)?segments_[0-9a-z]+");

  private DamagedFile() {}

  /// The first file of the newest commit with a wrong checksum; empty if there is none.
  ///
  /// @param build its directory
  public static Optional<Path> in(Path build) {
    try (Directory directory = Disk.REAL.open(build)) {
      for (String file : files(directory)) {
        if (isDamaged(directory, file)) {
          return Optional.of(build.resolve(file));
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      // The caller already knows that the build cannot be opened.
      return Optional.empty();
    }
  }

  private static Collection<String> files(Directory directory) throws IOException {
    try {
      return SegmentInfos.readLatestCommit(directory).files(true);
    } catch (IOException | RuntimeException | InternalError e) {
      // The list of files is damaged itself.
      return luceneFiles(directory);
    }
  }

  /// All files of a build that Lucene wrote, of every commit.
  public static List<String> luceneFiles(Directory directory) throws IOException {
    return Stream.of(directory.listAll()).filter(DamagedFile::isLucene).toList();
  }

  /// Whether Lucene gives files such a name.
  public static boolean isLucene(String file) {
    return LUCENE.matcher(file).matches();
  }

  private static boolean isDamaged(Directory directory, String file) {
    try (IndexInput input = directory.openInput(file, IOContext.READONCE)) {
      CodecUtil.checksumEntireFile(input);
      return false;
    } catch (FileSystemException e) {
      // It cannot be read, which does not mean that it is damaged.
      return false;
    } catch (IOException | InternalError e) {
      return true;
    }
  }
}
