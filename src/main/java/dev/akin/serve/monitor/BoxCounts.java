package dev.akin.serve.monitor;

import dev.akin.base.AkinException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How often papers were seen and opened in boxes of other sites, by day and by their rank in the
/// box. It knows neither the reader, the paper, nor the site. Robots are left out.
///
/// Each day (UTC) has a file, `2026-11-30.csv`, with the columns `event`, `rank` and `count`. It is
/// replaced once a minute; a service that starts again goes on with it. Only one service may write
/// to a folder. If the disk is full, the counts wait in memory.
///
/// Safe for use by many threads. Close it.
public final class BoxCounts implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BoxCounts.class);
  private static final String HEADER = "event,rank,count";
  private static final Pattern LINE = Pattern.compile("(seen|opened),(\\d{1,2}),(\\d{1,18})");
  private static final int MINUTE = 60;

  /// What happened to a paper in a box.
  public enum Event {
    SEEN,
    OPENED;

    /// Its name, `seen` or `opened`.
    public String label() {
      return this == SEEN ? "seen" : "opened";
    }
  }

  private record Place(String event, int rank) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int byEvent = other.event.compareTo(event); // what is seen comes before what is opened
      return byEvent == 0 ? Integer.compare(rank, other.rank) : byEvent;
    }
  }

  private final Path folder;
  private final Predicate<String> robots;
  private final InstantSource clock;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;
  private final Map<Place, Long> counts = new TreeMap<>();
  private @Nullable LocalDate day;
  private boolean isChanged;
  private boolean hasFailed;

  private BoxCounts(Path folder, Predicate<String> robots, InstantSource clock) {
    this.folder = folder;
    this.robots = robots;
    this.clock = clock;
    this.thread = Thread.ofPlatform().name("akin-box-counts").daemon().unstarted(this::run);
  }

  /// Begins to count.
  ///
  /// @param folder made if it is missing
  /// @param robots whether a header `User-Agent` is a robot's
  /// @throws AkinException if the folder cannot be made
  public static BoxCounts in(Path folder, Predicate<String> robots) {
    return in(folder, robots, InstantSource.system());
  }

  static BoxCounts in(Path folder, Predicate<String> robots, InstantSource clock) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new AkinException(AkinException.Kind.IO, folder + ": " + AkinException.reason(e), e);
    }
    BoxCounts counts = new BoxCounts(folder, robots, clock);
    counts.thread.start();
    return counts;
  }

  /// Counts a paper of a box, unless a robot saw it.
  ///
  /// @param rank of the paper, from 1
  /// @param agent the header `User-Agent`; may be empty
  public synchronized void count(Event event, int rank, String agent) {
    if (!robots.test(agent)) {
      turnTo(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
      counts.merge(new Place(event.label(), rank), 1L, Long::sum);
      isChanged = true;
    }
  }

  private void turnTo(LocalDate today) {
    if (!today.equals(day)) {
      save();
      counts.clear();
      day = today;
      read(today);
    }
  }

  private Path file(LocalDate of) {
    return folder.resolve(of + ".csv");
  }

  private void read(LocalDate today) {
    try {
      if (Files.exists(file(today))) {
        for (String line : Files.readAllLines(file(today))) {
          Matcher parts = LINE.matcher(line);
          if (parts.matches()) {
            counts.merge(
                new Place(parts.group(1), Integer.parseInt(parts.group(2))),
                Long.valueOf(parts.group(3)),
                Long::sum);
          }
        }
      }
    } catch (IOException e) {
      LOG.error("{} cannot be read; its counts begin again.", file(today), e);
    }
  }

  /// Writes what has changed.
  synchronized void save() {
    if (day == null || !isChanged) {
      return;
    }
    String text =
        counts.entrySet().stream()
            .map(each -> each.getKey().event + "," + each.getKey().rank + "," + each.getValue())
            .collect(Collectors.joining("\n", HEADER + "\n", "\n"));
    Path part = folder.resolve(day + ".part");
    try {
      Files.writeString(part, text, StandardCharsets.UTF_8);
      Files.move(part, file(day), StandardCopyOption.REPLACE_EXISTING);
      isChanged = false;
      hasFailed = false;
    } catch (IOException e) {
      if (!hasFailed) {
        LOG.error("{} cannot be written; akin tries again every minute.", file(day), e);
      }
      hasFailed = true;
    }
  }

  private void run() {
    try {
      while (!closed.await(MINUTE, TimeUnit.SECONDS)) {
        save();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    save();
  }
}
