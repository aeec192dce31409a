package dev.akin.faults.service;

import dev.akin.faults.Fault;
import dev.akin.faults.Outcome;
import dev.akin.faults.Setting;
import dev.akin.serve.KeyTiming;
import dev.akin.serve.Wire;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/// Somebody tries keys.
final class KeyGuessing implements Fault {
  private static final String KEY = "the-key-of-this-test-0123456789";
  private static final double BOUND_NANOS = 100;

  @Override
  public String id() {
    return "R38";
  }

  @Override
  public String injected() {
    return "wrong keys that begin rightly, and as many as go in";
  }

  @Override
  public String required() {
    return "the time says nothing of the key; about one guess a second is heard";
  }

  @Override
  public Outcome run(Setting setting) throws Exception {
    KeyTiming timing = KeyTiming.of(KEY, setting.times(100_000, 1_000_000));
    Path keys = Files.writeString(setting.folder().resolve("keys"), KEY + "\n");
    Duration time = Duration.ofSeconds(setting.times(6, 60));
    try (ServeProcess service =
        ServeProcess.ready(setting, "--log", "off", "--key-file", keys.toString())) {
      Tally guesses;
      try (Crowd crowd = Crowd.of(2, service.port(), KeyGuessing::guess)) {
        Thread.sleep(time);
        guesses = crowd.tally();
      }
      long heard = guesses.answers(401);
      boolean silent = !service.log().contains(KEY);
      boolean survived =
          timing.largestDifferenceNanos() < BOUND_NANOS
              && heard <= 25 + time.toSeconds()
              && guesses.answers(200) == 0
              && silent;
      return new Outcome.Seen(
          survived,
          guesses.answers(),
          String.format(
              Locale.ROOT,
              "medians of %d prefixes differ by %.0f ns at most (of %.0f ns); %d guesses in %d s,"
                  + " %d heard, the rest 429",
              KEY.length(),
              timing.largestDifferenceNanos(),
              timing.medianNanos(),
              guesses.answers(),
              time.toSeconds(),
              heard));
    }
  }

  private static String guess() {
    return Wire.get("/v1/info")
        .replace("\r\n\r\n", "\r\nX-API-Key: the-key-of-this-" + System.nanoTime() + "\r\n\r\n");
  }
}
