package dev.akin.faults.service;

import dev.akin.faults.Fault;
import dev.akin.faults.Outcome;
import dev.akin.faults.Setting;
import dev.akin.serve.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// The process is told to end while it answers, or while it loads its model.
final class Signals implements Fault {
  private static final int CLIENTS = 64;
  private static final Duration BOUND = Duration.ofSeconds(10);

  private final List<Double> seconds = new ArrayList<>();
  private final List<Integer> wrongCodes = new ArrayList<>();
  private long whole;
  private long refused;
  private long unheard;
  private long cut;
  private long others;
  private long crashes;
  private long traces;

  @Override
  public String id() {
    return "R12";
  }

  @Override
  public String injected() {
    return "TERM, INT, TERM twice, during load of the model and under 64 clients";
  }

  @Override
  public String required() {
    return "no answer cut, no crash, exit 143 or 130 within 10 s";
  }

  @Override
  public Outcome run(Setting setting) throws Exception {
    int rounds = setting.times(6, 200);
    Papers papers;
    try (ServeProcess service = ServeProcess.ready(setting, "--log", "off")) {
      papers = Papers.of(service);
    }
    for (int round = 0; round < rounds; round++) {
      round(setting, papers, round);
    }
    Collections.sort(seconds);
    String figure =
        String.format(
            Locale.ROOT,
            "%d rounds: %d answers, %d clean 503, %d sent but unheard, %d cut, %d other, %d native"
                + " crashes, %d stack traces, wrong exit codes %s, stopped after %.1f s (median; at"
                + " most %.1f)",
            rounds,
            whole,
            refused,
            unheard,
            cut,
            others,
            crashes,
            traces,
            wrongCodes,
            seconds.get(rounds / 2),
            seconds.getLast());
    boolean survived =
        cut + others + crashes + traces == 0
            && wrongCodes.isEmpty()
            && seconds.getLast() <= BOUND.toSeconds();
    return new Outcome.Seen(survived, whole > 0 ? rounds : 0, figure);
  }

  private void round(Setting setting, Papers papers, int round) throws Exception {
    boolean loading = round % 4 == 3;
    String signal = round % 2 == 0 ? "TERM" : "INT";
    // Where this runs in the background INT is ignored, which a child would inherit.
    ServeProcess.Start start =
        ServeProcess.of(setting, setting.sample())
            .under("env", "--default-signal=INT")
            .with("--log", "off");
    try (ServeProcess service = loading ? start.begin() : start.start();
        Crowd crowd = Crowd.of(CLIENTS, service.port(), questions(papers))) {
      Thread.sleep(setting.random().nextInt(loading ? 400 : 1500));
      long begin = System.nanoTime();
      service.signal(signal);
      if (round % 3 == 2) {
        Thread.sleep(setting.random().nextInt(500));
        service.signal(signal);
      }
      int code = service.awaitEnd(BOUND.plusSeconds(10));
      seconds.add((System.nanoTime() - begin) / 1e9);
      count(service, crowd.end());
      if (code != (signal.equals("TERM") ? 143 : 130)) {
        wrongCodes.add(code);
      }
    }
  }

  private void count(ServeProcess service, Tally tally) throws Exception {
    whole += tally.answers(200);
    refused += tally.answers(503);
    others += tally.answersBeside(200, 503);
    unheard += tally.unheards();
    cut += tally.cuts();
    crashes += service.crashes();
    if (service.log().contains("\tat ")) {
      traces++;
    }
  }

  /// Short answers and long ones.
  private static Supplier<String> questions(Papers papers) {
    Supplier<String> related = papers.related("&limit=10");
    Supplier<String> many = papers.related("&limit=200");
    AtomicInteger next = new AtomicInteger();
    return () ->
        switch (next.getAndIncrement() % 4) {
          case 0 -> Wire.get("/livez");
          case 1 -> many.get();
          default -> related.get();
        };
  }
}
