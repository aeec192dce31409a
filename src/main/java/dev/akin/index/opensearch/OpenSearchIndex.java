package dev.akin.index.opensearch;

import dev.akin.base.Deadline;
import dev.akin.index.opensearch.client.ClusterSearch;
import dev.akin.index.opensearch.commit.ClusterHome;
import dev.akin.index.opensearch.commit.IndexFacts;
import dev.akin.index.opensearch.search.Point;
import dev.akin.index.opensearch.search.View;
import dev.akin.index.store.BackgroundCheck;
import dev.akin.index.store.CommitData;
import dev.akin.index.store.IndexException;
import dev.akin.index.store.IndexInfo;
import dev.akin.index.store.PaperIndex;
import dev.akin.index.word.Bm25;
import dev.akin.index.word.WordFormula;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// An index in a cluster, open for reading.
final class OpenSearchIndex implements PaperIndex {
  /// How long a commit that is being written is waited for. It takes a refresh.
  private static final Duration SETTLING = Duration.ofSeconds(30);

  private static final Duration LOOK_EVERY = Duration.ofMillis(100);
  private static final Duration OPENING = Duration.ofSeconds(60);
  private static final Duration SHORT = Duration.ofSeconds(2);

  private final ClusterHome home;
  private final ClusterSearch search;
  private volatile View current;
  private volatile boolean closed;

  OpenSearchIndex(ClusterHome home) {
    this.home = home;
    this.search = new ClusterSearch(home.cluster());
    this.current = open();
  }

  /// Opens a point in time that has exactly one commit: the facts are the same before and after it,
  /// and no commit is being written. What a crash left of an unfinished commit is in the point,
  /// too, until the next writer has seen to it.
  private View open() {
    Deadline deadline = Deadline.in(OPENING);
    Deadline settled = Deadline.in(SETTLING);
    while (true) {
      ClusterHome.Build build = home.requireCurrent(deadline);
      boolean isSettled = build.facts().writing() == 0 || settled.hasPassed();
      if (isSettled) {
        String where = home.cluster().address().toString();
        Point point = Point.open(search, build.index(), where, deadline);
        try {
          ClusterHome.Build after = home.requireCurrent(deadline);
          if (isSame(after, build)) {
            long size = home.sizeBytes(build, deadline);
            return new View(point, info(build.facts().commit(), size), formula(build.facts()));
          }
        } catch (RuntimeException e) {
          point.release();
          throw e;
        }
        point.release();
      }
      home.cluster().pause(LOOK_EVERY);
    }
  }

  private static boolean isSame(ClusterHome.Build one, ClusterHome.Build other) {
    return one.index().equals(other.index())
        && one.facts().commit().commit() == other.facts().commit().commit()
        && one.facts().writing() == other.facts().writing();
  }

  private static IndexInfo info(CommitData commit, long sizeBytes) {
    return new IndexInfo(
        commit.build(),
        commit.commit(),
        commit.spaces(),
        commit.holdings(),
        commit.similarityScale(),
        commit.committedAt(),
        sizeBytes);
  }

  private static @Nullable WordFormula formula(IndexFacts facts) {
    if (facts.words().papers() == 0) {
      return null;
    }
    IndexFacts.WordTotals titles = facts.titles().papers() == 0 ? facts.words() : facts.titles();
    return new WordFormula(bm25(facts.words()), bm25(titles));
  }

  private static Bm25 bm25(IndexFacts.WordTotals totals) {
    return new Bm25(totals.papers(), totals.words());
  }

  @Override
  public OpenSearchSnapshot snapshot() {
    while (true) {
      if (closed) {
        throw new IllegalStateException("the index is closed");
      }
      View view = current;
      if (view.point().isLost()) {
        replace(view);
      } else if (view.point().acquire()) {
        return new OpenSearchSnapshot(view, Deadline.NEVER);
      }
    }
  }

  private synchronized void replace(View lost) {
    if (current == lost) {
      View next = open();
      current = next;
      lost.point().release();
    }
  }

  @Override
  public synchronized boolean refresh() {
    View old = current;
    CommitData newest = home.requireCurrent(Deadline.in(OPENING)).facts().commit();
    boolean isSame =
        newest.build().equals(old.info().build()) && newest.commit() == old.info().commit();
    if (isSame && !old.point().isLost()) {
      old.point().keep(Deadline.in(OPENING));
      return false;
    }
    current = open();
    old.point().release();
    return !isSame;
  }

  @Override
  public OptionalLong freeBytes() {
    try {
      return OptionalLong.of(home.freeBytes(Deadline.in(SHORT)));
    } catch (IndexException e) {
      return OptionalLong.empty();
    }
  }

  /// The cluster compares checksums by itself, and recovers from its copies.
  @Override
  public BackgroundCheck backgroundCheck(long bytesPerSecond, Consumer<IndexException> log) {
    return new BackgroundCheck() {
      @Override
      public void start() {}

      @Override
      public Status status() {
        long size = current.info().sizeBytes();
        return new Status(size, size, true, List.of());
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      current.point().release();
      home.cluster().close();
    }
  }
}
