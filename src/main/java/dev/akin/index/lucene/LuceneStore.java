package dev.akin.index.lucene;

import dev.akin.index.lucene.care.IndexCheck;
import dev.akin.index.lucene.commit.IndexHome;
import dev.akin.index.lucene.commit.NewestCommit;
import dev.akin.index.lucene.disk.Disk;
import dev.akin.index.lucene.disk.DiskFailures;
import dev.akin.index.store.PaperIndex;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.index.store.PaperStore;
import dev.akin.index.store.Rebuild;
import dev.akin.index.store.Verification;
import dev.akin.index.store.VerifyOptions;
import dev.akin.vector.Space;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/// An index in a folder of this machine.
///
/// @param directory the folder that a user names with `--index`
public record LuceneStore(Path directory) implements PaperStore {
  private IndexHome home() {
    return new IndexHome(directory);
  }

  /// Reads only the list of the index's files.
  @Override
  public List<Space> spaces() {
    IndexHome home = home();
    if (home.currentBuild().isEmpty()) {
      return List.of();
    }
    try {
      return NewestCommit.use(home, commit -> commit.data().spaces());
    } catch (IOException | RuntimeException | InternalError e) {
      throw DiskFailures.unreadable(home.path(home.requireBuild()), e);
    }
  }

  @Override
  public PaperIndex open(PaperIndex.Check check) {
    return new LuceneIndex(home(), check);
  }

  @Override
  public PaperIndexWriter writer(List<Space> spaces) {
    return new WriterOpener(home(), spaces, Clock.systemUTC(), Disk.REAL).open();
  }

  @Override
  public PaperIndexWriter writer() {
    home().requireBuild();
    return writer(spaces());
  }

  @Override
  public Rebuild rebuild(List<Space> spaces) {
    return LuceneRebuild.open(home(), spaces);
  }

  @Override
  public void abandonRebuilds() {
    try {
      home().removeOthers();
    } catch (IOException e) {
      throw DiskFailures.unwritable(directory, e);
    }
  }

  @Override
  public Verification verify(VerifyOptions options) {
    return new IndexCheck(home(), options).run();
  }

  @Override
  public String toString() {
    return directory.toString();
  }
}
