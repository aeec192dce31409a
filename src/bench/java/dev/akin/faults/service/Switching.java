package dev.akin.faults.service;

import dev.akin.faults.Commands;
import dev.akin.faults.Fault;
import dev.akin.faults.Outcome;
import dev.akin.faults.Setting;
import dev.akin.serve.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A service whose index is switched to another build and back, again and again. The papers of one
/// build have ids that begin with `a-`, those of the other with `b-`.
final class Switching implements Fault {
  private static final int CLIENTS = 64;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Pattern BUILD = Pattern.compile("\"build\":\"([^\"]+)\"");
  private static final Pattern ID = Pattern.compile("\"id\":\"([ab])-");
  private static final List<String> PATHS =
      List.of(
          "/v1/papers?limit=20",
          "/v1/papers?limit=100&fields=title",
          "/v1/search?mode=lexical&q=data&limit=20",
          "/v1/search?mode=lexical&q=language&limit=50");

  private final AtomicLong mixed = new AtomicLong();

  @Override
  public String id() {
    return "R15";
  }

  @Override
  public String injected() {
    return "the index is switched between two builds while 64 clients ask";
  }

  @Override
  public String required() {
    return "no error, each answer from one build, the files of the old one let go";
  }

  @Override
  public Outcome run(Setting setting) throws Exception {
    Path index = make(setting, "a");
    Path other = make(setting, "b");
    List<String> builds = List.of(build(index), build(other));
    Setting.copy(
        other.resolve("builds").resolve(builds.get(1)),
        index.resolve("builds").resolve(builds.get(1)));
    try (ServeProcess service = ServeProcess.of(setting, index).with("--log", "off").start()) {
      Crowd.askFor(Duration.ofSeconds(2), CLIENTS, service.port(), questions());
      OpenFiles before = OpenFiles.of(service, index);
      int switches = setting.times(20, 100);
      int done = 0;
      Tally tally;
      Map<String, String> letters = Map.of(builds.get(0), "a", builds.get(1), "b");
      try (Crowd crowd =
          Crowd.of(
              CLIENTS, service.port(), questions(), (request, answer) -> check(answer, letters))) {
        for (int i = 1; i <= switches; i++) {
          switchTo(index, builds.get(i % 2));
          done += isServed(service, builds.get(i % 2)) ? 1 : 0;
        }
        tally = crowd.tally();
      }
      Thread.sleep(Duration.ofSeconds(1));
      OpenFiles after = OpenFiles.of(service, index);
      long errors = tally.answersBeside(200) + tally.cuts() + tally.unheards();
      return new Outcome.Seen(
          done == switches && errors == 0 && mixed.get() == 0 && after.isNoMoreThan(before),
          done,
          String.format(
              Locale.ROOT,
              "%d answers, %d errors, %d mixed, p99 %.1f ms; %s before, %s after",
              tally.answers(),
              errors,
              mixed.get(),
              tally.millisOf(0.99),
              before,
              after));
    }
  }

  private static Path make(Setting setting, String letter) throws Exception {
    Path papers = setting.home().resolve("src/main/resources/dev/akin/cli/sample-papers.jsonl");
    Path file = setting.folder().resolve(letter + ".jsonl");
    String ids = "{\"id\": \"";
    Files.writeString(file, Files.readString(papers).replace(ids, ids + letter + "-"));
    Path index = setting.folder().resolve(letter);
    Commands.run(
        setting.home().resolve("akin").toString(),
        "index",
        file.toString(),
        "--index",
        index.toString());
    return index;
  }

  private static String build(Path index) throws IOException {
    return Files.readString(index.resolve("CURRENT")).strip();
  }

  /// As the batch job does it.
  private static void switchTo(Path index, String build) throws IOException {
    Path next = Files.writeString(index.resolve("CURRENT.next"), build + "\n");
    Files.move(next, index.resolve("CURRENT"), StandardCopyOption.ATOMIC_MOVE);
  }

  private static boolean isServed(ServeProcess service, String build) throws Exception {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < until) {
      if (service.ask("/v1/info").body().contains(build)) {
        return true;
      }
      Thread.sleep(20);
    }
    return false;
  }

  private static Supplier<String> questions() {
    AtomicInteger next = new AtomicInteger();
    return () -> Wire.get(PATHS.get(next.getAndIncrement() % PATHS.size()));
  }

  private void check(Wire.Answer answer, Map<String, String> letters) {
    Matcher build = BUILD.matcher(answer.body());
    String letter = build.find() ? letters.get(build.group(1)) : null;
    boolean right =
        letter != null
            && ID.matcher(answer.body()).results().count() > 0
            && ID.matcher(answer.body()).results().allMatch(id -> id.group(1).equals(letter));
    if (!right) {
      mixed.incrementAndGet();
    }
  }
}
