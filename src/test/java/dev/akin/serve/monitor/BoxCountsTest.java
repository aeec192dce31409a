package dev.akin.serve.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.serve.guard.Robots;
import dev.akin.serve.monitor.BoxCounts.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoxCountsTest {
  private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0";

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-30T23:59:00Z"));

  @TempDir private Path temporary;
  private Path folder;

  @BeforeEach
  void place() {
    folder = temporary.resolve("counts");
  }

  private BoxCounts counts() {
    return BoxCounts.in(folder, Robots.USUAL, now::get);
  }

  private List<String> lines(String day) throws IOException {
    return Files.readAllLines(folder.resolve(day + ".csv"));
  }

  @Test
  void areDailySumsByRank() throws IOException {
    try (BoxCounts counts = counts()) {
      counts.count(Event.OPENED, 2, BROWSER);
      counts.count(Event.SEEN, 10, BROWSER);
      counts.count(Event.SEEN, 2, BROWSER);
      counts.count(Event.SEEN, 2, BROWSER);
      now.set(Instant.parse("2026-12-01T00:00:00Z"));
      counts.count(Event.SEEN, 1, BROWSER);
    }
    assertThat(lines("2026-11-30"))
        .containsExactly("event,rank,count", "seen,2,2", "seen,10,1", "opened,2,1");
    assertThat(lines("2026-12-01")).containsExactly("event,rank,count", "seen,1,1");
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void goOnAfterAStartAndPassOverDamagedLines() throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("2026-11-30.csv"), "event,rank,count\nseen,1,41\nseen,1\0\n");
    try (BoxCounts counts = counts()) {
      counts.count(Event.SEEN, 1, BROWSER);
    }
    assertThat(lines("2026-11-30")).containsExactly("event,rank,count", "seen,1,42");
  }

  @Test
  void leaveRobotsOut() {
    try (BoxCounts counts = counts()) {
      counts.count(Event.SEEN, 1, "Mozilla/5.0 (compatible; Googlebot/2.1)");
      counts.count(Event.SEEN, 1, "curl/8.0 (+http://example.org)");
      counts.count(Event.SEEN, 1, "");
    }
    assertThat(folder.resolve("2026-11-30.csv")).doesNotExist();
  }

  /// Where a file should be there is a folder: it cannot be written, as on a full disk.
  @Test
  void waitWhileTheyCannotBeWritten() throws IOException {
    try (BoxCounts counts = counts()) {
      Path obstacle = Files.createDirectories(folder.resolve("2026-11-30.part/inside"));
      counts.count(Event.SEEN, 1, BROWSER);
      counts.save();
      assertThat(folder.resolve("2026-11-30.csv")).doesNotExist();
      Files.delete(obstacle);
      Files.delete(obstacle.getParent());
    }
    assertThat(lines("2026-11-30")).contains("seen,1,1");
  }
}
