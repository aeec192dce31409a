package dev.akin.index.lucene.care;

import dev.akin.index.lucene.disk.FileCheck;
import dev.akin.index.store.CheckTally;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/// Keeps files of a build open, so that they stay readable when a writer deletes them. Close it.
final class PinnedFiles implements AutoCloseable {
  private final Path build;
  private final Map<String, IndexInput> open = new TreeMap<>();
  private final Map<String, IOException> failed = new TreeMap<>();

  PinnedFiles(Directory directory, Path build, Collection<String> files) {
    this.build = build;
    for (String file : files) {
      try {
        open.put(file, directory.openInput(file, IOContext.READONCE));
      } catch (IOException e) {
        failed.put(file, e);
      }
    }
  }

  /// Whether no file is missing.
  boolean allAreThere() {
    return failed.values().stream().noneMatch(PinnedFiles::isMissing);
  }

  private static boolean isMissing(IOException e) {
    return e instanceof NoSuchFileException || e instanceof FileNotFoundException;
  }

  /// Reads every file and compares its checksum.
  void check(CheckTally tally) {
    failed.forEach(
        (file, e) -> {
          tally.count();
          tally.wrong(build.resolve(file) + ": " + (isMissing(e) ? "missing" : e.toString()));
        });
    open.forEach(
        (file, input) -> {
          tally.count();
          String damage = damage(input);
          if (damage != null) {
            tally.wrong(build.resolve(file) + ": damaged: " + damage);
          }
        });
  }

  private static @Nullable String damage(IndexInput input) {
    try {
      CodecUtil.checksumEntireFile(input);
      return null;
    } catch (IOException | RuntimeException | InternalError e) {
      return FileCheck.withoutPath(e);
    }
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(open.values());
  }
}
