package dev.akin.index.opensearch.build;

import dev.akin.base.Deadline;
import dev.akin.index.opensearch.client.WriterLease;
import dev.akin.index.opensearch.commit.ClusterHome;
import dev.akin.index.opensearch.commit.ClusterHome.Build;
import dev.akin.index.opensearch.document.LayoutOptions;
import dev.akin.index.store.IndexException;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.index.store.Rebuild;
import dev.akin.paper.PaperId;
import dev.akin.vector.Space;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Makes a new build in a cluster, an index beside the one that answers.
///
/// When the new one answers, services still read the old one, until they look for a newer commit.
/// So it is deleted when nobody reads it any more, by this or by the next writer.
///
/// @hidden public for its own room only
public final class OpenSearchRebuild implements Rebuild {
  /// How long services are waited for.
  private static final Duration TURNING = Duration.ofSeconds(30);

  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private final ClusterHome home;
  private final WriterLease lease;
  private final Build from;
  private final PaperIndex oldIndex;
  private final IndexSnapshot old;
  private final OpenSearchWriter writer;
  private boolean answers;

  private OpenSearchRebuild(
      ClusterHome home, WriterLease lease, Build from, PaperIndex oldIndex, OpenSearchWriter to) {
    this.home = home;
    this.lease = lease;
    this.from = from;
    this.oldIndex = oldIndex;
    this.old = oldIndex.snapshot();
    this.writer = to;
  }

  /// Starts a build with `spaces`, or continues an unfinished one.
  ///
  /// @param home is closed with the rebuild
  /// @param old opens the build that answers
  /// @param options of a new build; absent for the usual layout
  /// @throws IndexException if there is no index, or another process writes to it
  public static OpenSearchRebuild open(
      ClusterHome home,
      Supplier<PaperIndex> old,
      List<Space> spaces,
      @Nullable LayoutOptions options,
      Clock clock) {
    WriterLease lease = WriterLease.take(home.cluster(), clock);
    Deque<Runnable> opened = new ArrayDeque<>(List.of(lease::close));
    try {
      PaperIndex oldIndex = old.get();
      opened.push(oldIndex::close);
      Build from = home.requireCurrent(Deadline.NEVER);
      Build to = home.unfinished(from, spaces).orElseGet(() -> home.create(spaces, options, clock));
      OpenSearchWriter writer = new OpenSearchWriter(home, to, lease, clock);
      opened.push(writer::close);
      writer.mend();
      OpenSearchRebuild rebuild = new OpenSearchRebuild(home, lease, from, oldIndex, writer);
      opened.push(rebuild.old::close);
      rebuild.copyTombstonesAndNotes();
      return rebuild;
    } catch (RuntimeException e) {
      opened.forEach(Runnable::run);
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
    answers = true;
    home.removeUnfinished(writer.target());
  }

  @Override
  public void close() {
    writer.close();
    old.close();
    oldIndex.close();
    try {
      if (answers) {
        removeReplaced();
      }
    } finally {
      lease.close();
      home.close();
    }
  }

  /// What stays is deleted by the next writer.
  private void removeReplaced() {
    Deadline turned = Deadline.in(TURNING);
    while (!home.removeReplaced(writer.target()) && !turned.hasPassed()) {
      home.cluster().pause(LOOK_EVERY);
    }
  }
}
