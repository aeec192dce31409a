package dev.akin.job;

import dev.akin.paper.Paper;
import dev.akin.read.PaperOrigin;
import dev.akin.read.PaperReader;
import dev.akin.read.PaperSource;
import dev.akin.read.Problem;
import dev.akin.read.ReadOptions;
import dev.akin.read.record.ReadException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads a source in a thread of its own, a little ahead of the thread that takes what it finds.
/// For one thread; close it.
final class ReadAhead implements AutoCloseable {
  private static final int BATCHES = 4;
  private static final int BATCH_ITEMS = 128;
  private static final long BATCH_CHARACTERS = 250_000;
  private static final long LOOK_MILLIS = 100;
  private static final Duration CLOSE_TIME = Duration.ofSeconds(1);

  /// What is found in a source.
  sealed interface Item {
    /// A paper.
    ///
    /// @param origin where its record is
    /// @param positionBytes how much of the source was read when it was found
    record Found(Paper paper, PaperOrigin origin, long positionBytes) implements Item {}

    /// A record that was skipped.
    record Refused(Problem problem) implements Item {}

    /// The end of the source.
    record Ended(Charset encoding) implements Item {}

    /// The source cannot be read to its end.
    record Failed(ReadException failure) implements Item {}

    /// A mistake in reading.
    record Broken(Throwable mistake) implements Item {}
  }

  private final PaperReader reader;
  private final Consumer<List<Paper>> next;
  private final BlockingQueue<List<Item>> batches = new ArrayBlockingQueue<>(BATCHES);
  private final Thread thread;
  private List<Item> filling = new ArrayList<>();
  private long characters;
  private Iterator<Item> taking = List.<Item>of().iterator();
  private Charset encoding = StandardCharsets.UTF_8;

  /// @param next is told which papers are taken next, some at a time
  /// @throws ReadException if the source cannot be opened
  ReadAhead(PaperSource source, ReadOptions options, Consumer<List<Paper>> next) {
    this.next = next;
    reader =
        PaperReader.open(
            source, options, problem -> found(new Item.Refused(problem), problem.what().length()));
    thread = Thread.ofPlatform().daemon().name("akin-read").start(this::read);
  }

  private void read() {
    try (reader) {
      for (Paper paper = reader.next(); paper != null; paper = reader.next()) {
        found(
            new Item.Found(paper, reader.origin(), reader.positionBytes()),
            Window.characters(paper));
      }
      end(new Item.Ended(reader.encoding()));
    } catch (ReadException e) {
      end(new Item.Failed(e));
    } catch (Closed e) {
      // Nobody takes anything more.
    } catch (RuntimeException | Error e) {
      end(new Item.Broken(e));
    }
  }

  private void found(Item item, long size) {
    filling.add(item);
    characters += size;
    if (filling.size() >= BATCH_ITEMS || characters >= BATCH_CHARACTERS) {
      handOver();
    }
  }

  private void handOver() {
    try {
      batches.put(filling);
      filling = new ArrayList<>();
      characters = 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Closed();
    }
  }

  private void end(Item last) {
    filling.add(last);
    try {
      handOver();
    } catch (Closed e) {
      // Nobody takes anything more.
    }
  }

  /// Ends reading when nobody takes what is found.
  private static final class Closed extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /// The next paper or refused record; null at the end, or when stopped.
  ///
  /// @throws ReadException if the source cannot be read on
  @Nullable Item next(BooleanSupplier stopped) {
    while (!taking.hasNext()) {
      List<Item> batch = stopped.getAsBoolean() ? null : poll();
      if (batch != null) {
        next.accept(
            batch.stream()
                .filter(Item.Found.class::isInstance)
                .map(item -> ((Item.Found) item).paper())
                .toList());
        taking = batch.iterator();
      } else if (stopped.getAsBoolean()) {
        return null;
      }
    }
    return switch (taking.next()) {
      case Item.Ended ended -> {
        encoding = ended.encoding();
        yield null;
      }
      case Item.Failed failed -> throw failed.failure();
      case Item.Broken broken -> throw new IllegalStateException(broken.mistake());
      case Item item -> stopped.getAsBoolean() ? null : item;
    };
  }

  /// The encoding of the source, once it was read to its end.
  Charset encoding() {
    return encoding;
  }

  private @Nullable List<Item> poll() {
    try {
      return batches.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading", e);
    }
  }

  /// Ends reading, and waits until the source is closed; but not for long, because an input such as
  /// standard input may have nothing to read and cannot be interrupted.
  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join(CLOSE_TIME);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
