package dev.akin.index.opensearch.build;

import dev.akin.base.Deadline;
import dev.akin.index.opensearch.client.WriterLease;
import dev.akin.index.opensearch.commit.ClusterHome;
import dev.akin.index.opensearch.commit.ClusterHome.Build;
import dev.akin.index.opensearch.document.LayoutOptions;
import dev.akin.index.store.IndexException;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.index.store.Rebuild;
import dev.akin.paper.PaperId;
import dev.akin.vector.Space;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes a new build in a cluster, an index beside the one that answers.
///
/// @hidden public for its own room only
public final class OpenSearchRebuild implements Rebuild {
  private final ClusterHome home;
  private final WriterLease lease;
  private final Build from;
  private final IndexSnapshot old;
  private final OpenSearchWriter writer;

  private OpenSearchRebuild(
      ClusterHome home, WriterLease lease, Build from, IndexSnapshot old, OpenSearchWriter writer) {
    this.home = home;
    this.lease = lease;
    this.from = from;
    this.old = old;
    this.writer = writer;
  }

  /// Starts a build with `spaces`, or continues an unfinished one.
  ///
  /// @param old the newest commit of the build that answers; it is closed with this
  /// @param options of a new build; absent for the usual layout
  /// @throws IndexException if there is no index, or another process writes to it
  public static OpenSearchRebuild open(
      ClusterHome home,
      IndexSnapshot old,
      List<Space> spaces,
      @Nullable LayoutOptions options,
      Clock clock) {
    WriterLease lease = WriterLease.take(home.cluster(), clock);
    try {
      Build from = home.requireCurrent(Deadline.NEVER);
      Optional<Build> unfinished = home.unfinished(spaces);
      Build to = unfinished.orElseGet(() -> home.create(spaces, options, clock));
      OpenSearchWriter writer = new OpenSearchWriter(home, to, lease, clock);
      writer.mend();
      OpenSearchRebuild rebuild = new OpenSearchRebuild(home, lease, from, old, writer);
      rebuild.copyTombstonesAndNotes();
      return rebuild;
    } catch (RuntimeException e) {
      lease.close();
      throw e;
    }
  }

  /// Gives the new build the tombstones and notes of the old one, and no others.
  private void copyTombstonesAndNotes() {
    Set<PaperId> deleted = new HashSet<>(old.deleted());
    for (PaperId id : writer.deleted()) {
      if (!deleted.remove(id)) {
        writer.forget(id);
      }
    }
    deleted.forEach(writer::deletePermanently);
    writer.noteAll(from.facts().commit().notes());
  }

  @Override
  public IndexSnapshot old() {
    return old;
  }

  @Override
  public PaperIndexWriter writer() {
    return writer;
  }

  @Override
  public void answer() {
    writer.commit();
    home.switchTo(from, writer.target());
    home.removeOthers();
  }

  @Override
  public void close() {
    writer.close();
    lease.close();
    old.close();
  }
}
