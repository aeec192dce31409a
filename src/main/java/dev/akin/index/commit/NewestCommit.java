package dev.akin.index.commit;

import dev.akin.index.disk.Disk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/// The files of the commit that is the newest. They are written once; but a writer that goes on to
/// another commit deletes them, and so may take them away from under a reader.
///
/// @param path the build's directory
/// @param list the file that lists the others, `segments_…`
/// @param files the names of all, that one included
/// @param facts what [CommitData] says
///
/// @hidden public for its own room only
public record NewestCommit(Path path, String list, List<String> files, Map<String, String> facts) {
  /// So often a writer may be ahead of us.
  private static final int ATTEMPTS = 20;

  /// Something to do with the files.
  public interface Use<T> {
    T with(NewestCommit commit) throws IOException;
  }

  public static NewestCommit of(IndexHome home) throws IOException {
    return in(home.path(home.requireBuild()));
  }

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

  /// Uses the files; where one vanishes because a writer went on, those of the next commit.
  ///
  /// @throws IOException if the files of a commit that is still the newest cannot be used
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

  /// Whether there is another build by now, or a newer commit.
  private static boolean isOvertaken(IndexHome home, Path build, @Nullable NewestCommit commit)
      throws IOException {
    return !home.path(home.requireBuild()).equals(build)
        || (commit != null && !in(build).list().equals(commit.list()));
  }

  public CommitData data() {
    return CommitData.of(path.toString(), facts);
  }
}
