package dev.akin.job;

import dev.akin.index.IndexSnapshot;
import dev.akin.index.PaperIndex;
import dev.akin.index.PaperIndexWriter;
import dev.akin.index.Rebuild;
import dev.akin.paper.PaperId;
import java.nio.file.Path;
import java.util.Collection;
import java.util.function.Consumer;

/// Takes papers out of an index for good, on somebody's demand: their texts and vectors leave the
/// disk, and their ids are remembered, so that the next feed does not bring them back.
///
/// Copies elsewhere, such as snapshots and what a running service has read, are not reached.
///
/// @param index its directory
public record Deletion(Path index) {
  /// What was done.
  ///
  /// @param changed how many of the papers were not so before
  /// @param commit that has it so
  public record Done(int changed, String build, long commit) {}

  /// Deletes papers. A build that was begun with another model and not finished goes, too, because
  /// it has their texts.
  ///
  /// @throws dev.akin.index.disk.IndexException if there is no index, or somebody writes to it
  public Done delete(Collection<PaperId> papers) {
    return writing(
        writer -> {
          int changed = 0;
          for (PaperId paper : papers) {
            changed += writer.deletePermanently(paper) ? 1 : 0;
          }
          Rebuild.abandon(index);
          writer.purge();
          return changed;
        });
  }

  /// Lets papers come back with the next feed that has them.
  ///
  /// @throws dev.akin.index.disk.IndexException if there is no index, or somebody writes to it
  public Done forget(Collection<PaperId> papers) {
    return writing(
        writer -> {
          int changed = 0;
          for (PaperId paper : papers) {
            changed += writer.forget(paper) ? 1 : 0;
          }
          return changed;
        });
  }

  /// Hands each paper that was deleted for good to `each`, in the order of ids.
  public void list(Consumer<PaperId> each) {
    try (PaperIndex opened = PaperIndex.open(index, PaperIndex.Check.NOTHING);
        IndexSnapshot snapshot = opened.snapshot()) {
      snapshot.deleted().forEach(each);
    }
  }

  private interface Change {
    int make(PaperIndexWriter writer);
  }

  private Done writing(Change change) {
    try (PaperIndexWriter writer = PaperIndexWriter.openExisting(index)) {
      int changed = change.make(writer);
      return new Done(changed, writer.build(), writer.commit());
    }
  }
}
