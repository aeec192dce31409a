package dev.akin.job;

import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.index.store.PaperStore;
import dev.akin.paper.PaperId;
import java.util.Collection;
import java.util.function.Consumer;

/// Deletes papers permanently, because somebody demands it: their texts and vectors leave the disk,
/// and their ids are remembered, so that the next feed does not bring them back.
///
/// Copies elsewhere are not changed, such as snapshots and what a running service has read.
///
/// @param index that has them
public record Deletion(PaperStore index) {
  /// What was done.
  ///
  /// @param changed how many of the papers were changed
  /// @param commit that has the change
  public record Done(int changed, String build, long commit) {}

  /// Deletes papers. Also deletes an unfinished build with another model, because it has their
  /// texts.
  ///
  /// @throws dev.akin.index.store.IndexException if there is no index, or another process writes to
  ///   it
  public Done delete(Collection<PaperId> papers) {
    return writing(
        writer -> {
          int changed = 0;
          for (PaperId paper : papers) {
            changed += writer.deletePermanently(paper) ? 1 : 0;
          }
          index.abandonRebuilds();
          writer.purge();
          return changed;
        });
  }

  /// Allows papers to come back with the next feed that has them.
  ///
  /// @throws dev.akin.index.store.IndexException if there is no index, or another process writes to
  ///   it
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

  /// Passes the id of each permanently deleted paper to `each`, in the order of ids.
  public void list(Consumer<PaperId> each) {
    try (PaperIndex opened = index.open(PaperIndex.Check.NOTHING);
        IndexSnapshot snapshot = opened.snapshot()) {
      snapshot.deleted().forEach(each);
    }
  }

  private interface Change {
    int make(PaperIndexWriter writer);
  }

  private Done writing(Change change) {
    try (PaperIndexWriter writer = index.writer()) {
      int changed = change.make(writer);
      return new Done(changed, writer.build(), writer.commit());
    }
  }
}
