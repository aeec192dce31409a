package dev.akin.job;

import dev.akin.index.store.IndexException;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.index.store.PaperStatus;
import dev.akin.index.store.PaperStore;
import dev.akin.paper.Paper;
import dev.akin.read.PaperReader;
import dev.akin.read.PaperSource;
import dev.akin.read.ReadOptions;
import dev.akin.read.record.ReadException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Reads the whole input ahead of the job, in a thread of its own, to learn how much the models
/// have to embed. The time left follows from that and from nothing less: papers that the index has
/// already take no time, and they may be anywhere in the input. Reading is hundreds of times as
/// fast as embedding. For one thread; close it.
///
/// Work is measured in characters of text. Inputs that can be read only once are not surveyed.
final class InputSurvey implements AutoCloseable {
  /// The models read no more than about this many characters of a text.
  private static final int MAX_CHARACTERS = 2_000;

  private static final Duration CLOSE_TIME = Duration.ofSeconds(1);

  private final PaperStore index;
  private final List<PaperSource> sources;
  private final ReadOptions options;
  private @Nullable Thread thread;
  private volatile OptionalLong total = OptionalLong.empty();
  private volatile boolean closed;

  /// @param index the index that the job brings up to date
  InputSurvey(PaperStore index, List<PaperSource> sources, ReadOptions options) {
    this.index = index;
    this.sources = sources;
    this.options = options;
  }

  /// What the models have to do for a text.
  static long work(Paper paper) {
    return Math.min(MAX_CHARACTERS, (long) paper.title().length() + paper.abstractText().length());
  }

  /// Whether a paper with this status has a text to embed.
  static boolean isWork(PaperStatus status) {
    return status == PaperStatus.NEW || status == PaperStatus.OTHER_TEXT;
  }

  /// Starts reading, unless it has started. Called before the job writes anything: what it writes
  /// later is work.
  void start() {
    if (thread == null && sources.stream().allMatch(InputSurvey::isFile)) {
      thread = Thread.ofPlatform().daemon().name("akin-survey").start(this::survey);
    }
  }

  private static boolean isFile(PaperSource source) {
    return source.sizeBytes().isPresent();
  }

  private void survey() {
    try (PaperIndex opened = index.open(PaperIndex.Check.NOTHING);
        IndexSnapshot snapshot = opened.snapshot()) {
      SeenIds seen = new SeenIds();
      long work = 0;
      for (PaperSource source : sources) {
        work += survey(source, snapshot, seen);
      }
      total = closed ? OptionalLong.empty() : OptionalLong.of(work);
    } catch (IndexException _) {
      // The job meets the same failure and says so; the time left stays unknown.
    }
  }

  private long survey(PaperSource source, IndexSnapshot snapshot, SeenIds seen) {
    long work = 0;
    // The job names what is skipped, and a source that cannot be read.
    try (PaperReader reader = PaperReader.open(source, options, _ -> {})) {
      for (Paper paper = reader.next(); paper != null && !closed; paper = reader.next()) {
        if (seen.add(paper.id()) && isWork(snapshot.status(paper))) {
          work += work(paper);
        }
      }
    } catch (ReadException _) {
      return work;
    }
    return work;
  }

  /// Waits until the input is read.
  void await() throws InterruptedException {
    if (thread != null) {
      thread.join();
    }
  }

  /// The work for the whole input; empty until it is known.
  OptionalLong total() {
    return total;
  }

  /// Ends reading, and waits for that a moment.
  @Override
  public void close() {
    closed = true;
    try {
      if (thread != null) {
        thread.join(CLOSE_TIME);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
