package dev.akin.index.care;

import dev.akin.base.AkinException;
import dev.akin.index.commit.IndexHome;
import dev.akin.index.commit.IndexInfo;
import dev.akin.index.commit.NewestCommit;
import dev.akin.index.commit.OpenCommit;
import dev.akin.index.disk.DamagedFile;
import dev.akin.index.disk.Disk;
import dev.akin.index.disk.IndexException;
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

/// Looks at a whole index: at its files first, then, if they are whole, at what is in them. It
/// holds the files of one commit open, so that a writer may go on.
record IndexCheck(IndexHome home, VerifyOptions options) {
  /// So often a writer may be ahead of us.
  private static final int ATTEMPTS = 20;

  Verification run() {
    CheckTally pointer = new CheckTally("the build that CURRENT names");
    pointer.count();
    String build = build(pointer);
    if (build == null) {
      return new Verification(null, List.of(pointer.checked()));
    }
    Path path = home.path(build);
    try {
      for (int attempt = 1; true; attempt++) {
        Verification found = look(home.path(home.requireBuild()), pointer, attempt == ATTEMPTS);
        if (found != null) {
          return found;
        }
      }
    } catch (IOException e) {
      throw IndexException.unreadable(path, e);
    }
  }

  /// The build that answers; absent, and wrong, if there is one but it is not named.
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

  /// Absent if a writer has gone on before everything was held.
  private @Nullable Verification look(Path build, CheckTally pointer, boolean last)
      throws IOException {
    try (Directory directory = Disk.REAL.open(build)) {
      NewestCommit commit = newest(build);
      Collection<String> files =
          commit == null ? DamagedFile.luceneFiles(directory) : commit.files();
      Opened opened = open(directory);
      try (PinnedFiles held = new PinnedFiles(directory, build, files)) {
        if (!last && isOvertaken(build, commit, opened, held)) {
          return null;
        }
        return look(build, pointer, held, opened);
      } finally {
        opened.close();
      }
    }
  }

  /// Absent if what lists the files is damaged.
  private static @Nullable NewestCommit newest(Path build) {
    try {
      return NewestCommit.in(build);
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }

  /// A commit open for reading, or why it cannot be opened.
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
      Path build, @Nullable NewestCommit commit, Opened opened, PinnedFiles held)
      throws IOException {
    if (!home.path(home.requireBuild()).equals(build)) {
      return true;
    }
    if (commit == null) {
      return false;
    }
    if (opened.reader() != null && held.allAreThere()) {
      return !opened.list().equals(commit.list());
    }
    NewestCommit now = newest(build);
    return now != null && !now.list().equals(commit.list());
  }

  private Verification look(Path build, CheckTally pointer, PinnedFiles held, Opened opened)
      throws IOException {
    List<CheckResult> checked = new ArrayList<>();
    checked.add(pointer.checked());
    CheckTally files = new CheckTally("files, against their checksums");
    held.check(files);
    Exception failure = opened.failure();
    if (failure != null && files.isRight()) {
      requireThisLucene(build, failure);
      files.wrong(build + ": cannot be opened: " + PinnedFiles.withoutPath(failure));
    }
    DirectoryReader reader = opened.reader();
    if (reader == null || !files.isRight()) {
      files.note("papers and vectors were not looked at");
      checked.add(files.checked());
      return new Verification(null, checked);
    }
    checked.add(files.checked());
    OpenCommit commit = new OpenCommit(build.toString(), reader);
    requireNamed(build, commit.info(), checked);
    checked.addAll(new ContentCheck(commit, options).run());
    return new Verification(commit.info(), checked);
  }

  private static void requireNamed(Path build, IndexInfo info, List<CheckResult> checked) {
    CheckTally name = new CheckTally("the build's name");
    name.count();
    if (!info.build().equals(String.valueOf(build.getFileName()))) {
      name.wrong("%s: it says that it is build %s".formatted(build, info.build()));
    }
    checked.add(name.checked());
  }

  private static void requireThisLucene(Path build, Exception failure) {
    if (failure instanceof IndexFormatTooOldException
        || failure instanceof IndexFormatTooNewException) {
      throw IndexException.unreadable(build, failure);
    }
  }
}
