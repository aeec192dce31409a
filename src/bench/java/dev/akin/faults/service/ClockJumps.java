package dev.akin.faults.service;

import dev.akin.faults.Commands;
import dev.akin.faults.Fault;
import dev.akin.faults.Outcome;
import dev.akin.faults.Setting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// The clock on the wall jumps.
final class ClockJumps implements Fault {
  private static final int RATE = 5;

  /// Under faketime each look at the clock is slow, and so is what Java has not compiled yet: the
  /// first answers take longer than a service has for one.
  private static final int FIRST = 20;

  private static final List<String> TIMES =
      List.of("+1d", "-1d", "+0", "@1970-01-02 00:00:00", "@2100-01-01 00:00:00", "+0");

  @Override
  public String id() {
    return "R40";
  }

  @Override
  public String injected() {
    return "the clock jumps by a day, to 1970 and to 2100, while 8 clients ask";
  }

  @Override
  public String required() {
    return "deadlines and rates are kept";
  }

  @Override
  public Outcome run(Setting setting) throws Exception {
    if (!Commands.has("faketime")) {
      return new Outcome.Skipped("needs faketime (Debian: apt-get install faketime)");
    }
    Path clock = Files.writeString(setting.folder().resolve("clock"), "+0\n");
    ServeProcess.Start start =
        ServeProcess.of(setting, setting.sample())
            .with("--log", "off", "--rate", Integer.toString(RATE))
            .under("faketime", "-f", "+0")
            .where("FAKETIME_TIMESTAMP_FILE", clock.toString())
            .where("FAKETIME_CACHE_DURATION", "1")
            .where("FAKETIME_DONT_FAKE_MONOTONIC", "1");
    try (ServeProcess service = start.start()) {
      Papers papers = Papers.of(service);
      for (int i = 0; i < FIRST; i++) {
        service.ask("/v1/papers/" + Papers.encoded(papers.ids().get(i)) + "/related?mode=semantic");
        Thread.sleep(Duration.ofSeconds(1).dividedBy(RATE));
      }
      Duration each = Duration.ofSeconds(setting.times(2, 10));
      Tally tally;
      try (Crowd crowd = Crowd.of(8, service.port(), papers.related("&mode=semantic"))) {
        for (String time : TIMES) {
          Files.writeString(clock, time + "\n");
          Thread.sleep(each);
        }
        tally = crowd.tally();
      }
      double seconds = each.toMillis() * TIMES.size() / 1e3;
      double rate = (tally.answers(200) - RATE) / seconds;
      long wrong = tally.answersBeside(200, 429) + tally.cuts() + tally.unheards();
      return new Outcome.Seen(
          wrong == 0 && rate > 0.8 * RATE && rate < 1.2 * RATE,
          TIMES.size(),
          String.format(
              Locale.ROOT,
              "answers %s, %.0f a second of %d allowed, slowest %.0f ms, %d wrong",
              tally,
              rate,
              RATE,
              tally.millisOf(1),
              wrong));
    }
  }
}
