package dev.akin.faults.service;

import dev.akin.faults.Fault;
import dev.akin.faults.Outcome;
import dev.akin.faults.Setting;
import java.time.Duration;
import java.util.Locale;

/// Clients that take a byte a second of their answers.
final class SlowReading implements Fault {
  private static final int GOOD = 48;
  private static final int SLOW = 16;

  @Override
  public String id() {
    return "R30";
  }

  @Override
  public String injected() {
    return "64 clients, 16 of which read a byte a second";
  }

  @Override
  public String required() {
    return "p99 of the 48 others within 3 times the quiet one, no error";
  }

  @Override
  public Outcome run(Setting setting) throws Exception {
    Duration time = Duration.ofSeconds(setting.times(6, 30));
    try (ServeProcess service = ServeProcess.ready(setting, "--log", "off")) {
      Papers papers = Papers.of(service);
      ask(service, papers, Duration.ofSeconds(3));
      Tally quiet = ask(service, papers, time);
      try (SlowReaders readers =
          SlowReaders.of(SLOW, service.port(), papers.related("&limit=200"))) {
        Tally beside = ask(service, papers, time);
        double ratio = beside.millisOf(0.99) / quiet.millisOf(0.99);
        long errors = beside.answersBeside(200) + beside.cuts() + beside.unheards();
        return new Outcome.Seen(
            ratio <= 3 && errors == 0,
            readers.asked(),
            String.format(
                Locale.ROOT,
                "p50/p99 quiet %.1f/%.1f ms, beside slow readers %.1f/%.1f ms (%.2f times), %d"
                    + " errors, %d MB resident",
                quiet.millisOf(0.5),
                quiet.millisOf(0.99),
                beside.millisOf(0.5),
                beside.millisOf(0.99),
                ratio,
                errors,
                service.residentBytes() >> 20));
      }
    }
  }

  private static Tally ask(ServeProcess service, Papers papers, Duration time)
      throws InterruptedException {
    return Crowd.askFor(time, GOOD, service.port(), papers.related("&limit=10&mode=semantic"));
  }
}
