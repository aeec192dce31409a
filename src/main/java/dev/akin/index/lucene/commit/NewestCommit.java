package dev.akin.index.lucene.commit;

import dev.akin.index.lucene.disk.Disk;
import dev.akin.index.store.CommitData;
import dev.akin.index.store.IndexException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/// The newest commit of a build and its files. The files never change, but a writer deletes them
/// when it makes another commit, even while they are read.
///
/// @param path the directory of the build
/// @param list the file that lists the other files, `segments_…`
/// @param files the names of all files, including `list`
/// @param facts the stored form of [CommitData]
///
/// @hidden public for its own room only
public record NewestCommit(Path path, String list, List<String> files, Map<String, String> facts) {
  /// How often to try when a writer makes another commit meanwhile.
  private static final int ATTEMPTS = 20;

  /// Uses the files of a commit.
  public interface Use<T> {
    T with(NewestCommit commit) throws IOException;
  }

  /// Reads the newest commit.
  ///
  /// @param build the directory of the build
  public static NewestCommit in(Path build) throws IOException {
    try (Directory directory = Disk.REAL.open(build)) {
      SegmentInfos infos = SegmentInfos.readLatestCommit(directory);
      Collection<String> files = infos.files(true);
      return new NewestCommit(
          build,
          String.valueOf(infos.getSegmentsFileName()),
          files.stream().sorted().toList(),
          infos.getUserData());
    }
  }

  /// Uses the newest commit of the current build. If a file disappears because a writer made
  /// another commit, it starts again with that one.
  ///
  /// @throws IOException if the commit cannot be used although it is still the newest
  public static <T> T use(IndexHome home, Use<T> use) throws IOException {
    for (int attempt = 1; true; attempt++) {
      Path build = home.path(home.requireBuild());
      NewestCommit commit = null;
      try {
        commit = in(build);
        return use.with(commit);
      } catch (IOException e) {
        if (attempt == ATTEMPTS || !isOvertaken(home, build, commit)) {
          throw e;
        }
      }
    }
  }

  /// Whether there is another current build or a newer commit now.
  private static boolean isOvertaken(IndexHome home, Path build, @Nullable NewestCommit commit)
      throws IOException {
    return !home.path(home.requireBuild()).equals(build)
        || (commit != null && !in(build).list().equals(commit.list()));
  }

  /// The facts about the commit.
  ///
  /// @throws IndexException if another version of akin wrote it
  public CommitData data() {
    return CommitData.of(path.toString(), facts);
  }
}
