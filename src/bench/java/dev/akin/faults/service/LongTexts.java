package dev.akin.faults.service;

import dev.akin.faults.Fault;
import dev.akin.faults.Outcome;
import dev.akin.faults.Setting;
import dev.akin.serve.Wire;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;

/// Texts as long as a body may be, from many clients.
final class LongTexts implements Fault {
  private static final int CLIENTS = 64;
  private static final int CHARACTERS = 250_000;

  @Override
  public String id() {
    return "R33";
  }

  @Override
  public String injected() {
    return "64 clients send texts of 250 KB";
  }

  @Override
  public String required() {
    return "429 where there are too many, no other 5xx than 503, lookups by id go on";
  }

  @Override
  public Outcome run(Setting setting) throws Exception {
    Duration time = Duration.ofSeconds(setting.times(15, 30));
    try (ServeProcess service = ServeProcess.ready(setting, "--log", "off")) {
      Papers papers = Papers.of(service);
      Supplier<String> lookups = papers.related("&limit=10&mode=semantic");
      Tally quiet = Crowd.askFor(Duration.ofSeconds(3), 1, service.port(), lookups);
      Tally texts;
      Tally beside;
      try (Crowd writers = Crowd.of(CLIENTS, service.port(), texts(setting.random()));
          Crowd one = Crowd.of(1, service.port(), lookups)) {
        Thread.sleep(time);
        texts = writers.tally();
        beside = one.tally();
      }
      long errors = texts.answersBeside(200, 429, 503) + beside.answersBeside(200);
      return new Outcome.Seen(
          errors == 0 && beside.answers() > 0 && texts.cuts() == 0 && service.isAlive(),
          texts.answers(),
          String.format(
              Locale.ROOT,
              "texts %s: %.0f %% got 429; lookups by id p50/p99 %.1f/%.1f ms, quiet %.1f/%.1f ms,"
                  + " %d other errors, %d MB resident",
              texts,
              100.0 * texts.answers(429) / texts.answers(),
              beside.millisOf(0.5),
              beside.millisOf(0.99),
              quiet.millisOf(0.5),
              quiet.millisOf(0.99),
              errors,
              service.residentBytes() >> 20));
    }
  }

  /// Texts that begin differently, so that none is known.
  private static Supplier<String> texts(Random random) {
    StringBuilder words = new StringBuilder(CHARACTERS);
    while (words.length() < CHARACTERS - 20) {
      words.append(Integer.toString(random.nextInt(1 << 30), 36)).append(' ');
    }
    String rest = words.toString();
    return () ->
        Wire.post(
            "/v1/related",
            "{\"mode\":\"semantic\",\"positives\":[{\"text\":\"%d %s\"}]}"
                .formatted(System.nanoTime(), rest));
  }
}
