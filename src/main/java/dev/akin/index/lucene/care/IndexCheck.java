package dev.akin.index.lucene.care;

import dev.akin.base.AkinException;
import dev.akin.index.lucene.commit.IndexHome;
import dev.akin.index.lucene.commit.NewestCommit;
import dev.akin.index.lucene.commit.OpenCommit;
import dev.akin.index.lucene.disk.DamagedFile;
import dev.akin.index.lucene.disk.Disk;
import dev.akin.index.lucene.disk.DiskFailures;
import dev.akin.index.lucene.disk.FileCheck;
import dev.akin.index.store.CheckResult;
import dev.akin.index.store.CheckTally;
import dev.akin.index.store.IndexException;
import dev.akin.index.store.IndexInfo;
import dev.akin.index.store.Verification;
import dev.akin.index.store.VerifyOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/// Checks a whole index: first its files and then, if these are whole, what is in them. It keeps
/// the files of one commit open, so that a writer can continue meanwhile.
///
/// @hidden public for its own room only
public record IndexCheck(IndexHome home, VerifyOptions options) {
  /// How often to try when a writer makes another commit meanwhile.
  private static final int ATTEMPTS = 20;

  public Verification run() {
    CheckTally pointer = new CheckTally("the build that CURRENT names");
    pointer.count();
    String build = build(pointer);
    if (build == null) {
      return new Verification(null, List.of(pointer.result()));
    }
    Path path = home.path(build);
    try {
      for (int attempt = 1; true; attempt++) {
        Verification found = check(home.path(home.requireBuild()), pointer, attempt == ATTEMPTS);
        if (found != null) {
          return found;
        }
      }
    } catch (IOException | InternalError e) {
      throw DiskFailures.unreadable(path, e);
    }
  }

  /// The current build; absent, and counted as wrong, if `CURRENT` does not name it.
  private @Nullable String build(CheckTally pointer) {
    try {
      if (home.currentBuild().isEmpty()) {
        home.requireNew();
      }
      return home.requireBuild();
    } catch (IndexException e) {
      if (e.kind() == AkinException.Kind.IO && !(e.getCause() instanceof IOException)) {
        pointer.wrong(String.valueOf(e.getMessage()));
        return null;
      }
      throw e;
    }
  }

  /// Absent if a writer has made another commit before all files were open.
  private @Nullable Verification check(Path build, CheckTally pointer, boolean last)
      throws IOException {
    try (Directory directory = Disk.REAL.open(build)) {
      NewestCommit commit = newest(build);
      Collection<String> files =
          commit == null ? DamagedFile.luceneFiles(directory) : commit.files();
      Opened opened = open(directory);
      try (PinnedFiles pinned = new PinnedFiles(directory, build, files)) {
        if (!last && isOvertaken(build, commit, opened, pinned)) {
          return null;
        }
        return check(build, pointer, pinned, opened);
      } finally {
        opened.close();
      }
    }
  }

  /// Absent if the list of files is damaged.
  private static @Nullable NewestCommit newest(Path build) {
    try {
      return NewestCommit.in(build);
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }

  /// A commit, open for reading, or the reason why it cannot be opened.
  private record Opened(@Nullable DirectoryReader reader, @Nullable Exception failure) {
    void close() throws IOException {
      if (reader != null) {
        reader.close();
      }
    }

    String list() throws IOException {
      return reader == null ? "" : reader.getIndexCommit().getSegmentsFileName();
    }
  }

  private static Opened open(Directory directory) {
    try {
      return new Opened(DirectoryReader.open(directory), null);
    } catch (IOException | RuntimeException e) {
      return new Opened(null, e);
    }
  }

  private boolean isOvertaken(
      Path build, @Nullable NewestCommit commit, Opened opened, PinnedFiles pinned)
      throws IOException {
    if (!home.path(home.requireBuild()).equals(build)) {
      return true;
    }
    if (commit == null) {
      return false;
    }
    if (opened.reader() != null && pinned.allAreThere()) {
      return !opened.list().equals(commit.list());
    }
    NewestCommit now = newest(build);
    return now != null && !now.list().equals(commit.list());
  }

  private Verification check(Path build, CheckTally pointer, PinnedFiles pinned, Opened opened)
      throws IOException {
    List<CheckResult> results = new ArrayList<>();
    results.add(pointer.result());
    CheckTally files = new CheckTally("files compared with their checksums");
    pinned.check(files);
    Exception failure = opened.failure();
    if (failure != null && files.isRight()) {
      requireThisLucene(build, failure);
      files.wrong(build + ": cannot be opened: " + FileCheck.withoutPath(failure));
    }
    DirectoryReader reader = opened.reader();
    if (reader == null || !files.isRight()) {
      files.note("papers and vectors were not checked");
      results.add(files.result());
      return new Verification(null, results);
    }
    results.add(files.result());
    OpenCommit commit = new OpenCommit(build.toString(), reader);
    requireNamed(build, commit.info(), results);
    results.addAll(new ContentCheck(commit, options).run());
    return new Verification(commit.info(), results);
  }

  private static void requireNamed(Path build, IndexInfo info, List<CheckResult> results) {
    CheckTally name = new CheckTally("the build's name");
    name.count();
    if (!info.build().equals(String.valueOf(build.getFileName()))) {
      name.wrong("%s: it says that it is build %s".formatted(build, info.build()));
    }
    results.add(name.result());
  }

  private static void requireThisLucene(Path build, Exception failure) {
    if (failure instanceof IndexFormatTooOldException
        || failure instanceof IndexFormatTooNewException) {
      throw DiskFailures.unreadable(build, failure);
    }
  }
}
