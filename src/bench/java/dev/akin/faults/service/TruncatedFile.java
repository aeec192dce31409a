package dev.akin.faults.service;

import dev.akin.faults.Fault;
import dev.akin.faults.Outcome;
import dev.akin.faults.Setting;
import dev.akin.serve.Wire;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Files of the index lose their ends while they are mapped.
final class TruncatedFile implements Fault {
  private static final int CLIENTS = 8;
  private static final int MIN_BYTES = 4096;
  private static final String[] MODES = {"semantic", "lexical", "hybrid"};

  private final AtomicLong wrong = new AtomicLong();
  private final List<String> failed = new ArrayList<>();
  private long cut;

  @Override
  public String id() {
    return "R10";
  }

  @Override
  public String injected() {
    return "a file of the index, each in its own run, is cut off while 8 clients ask";
  }

  @Override
  public String required() {
    return "no crash, right answers or 503 alone, and /readyz says so";
  }

  @Override
  public Outcome run(Setting setting) throws Exception {
    Map<String, String> right = rightAnswers(setting);
    List<String> files = files(setting);
    Tally all = new Tally();
    for (String file : files) {
      cut(setting, file, right, all);
    }
    return new Outcome.Seen(
        failed.isEmpty() && wrong.get() == 0 && all.answersBeside(200, 503) == 0,
        cut == files.size() ? all.answers(503) : 0,
        "%d files cut; answers %s, %d wrong ones; failed: %s"
            .formatted(cut, all, wrong.get(), failed));
  }

  /// The largest files, and some of the others.
  private static List<String> files(Setting setting) throws IOException {
    try (Stream<Path> all = Files.walk(setting.sample())) {
      List<Path> files =
          new ArrayList<>(
              all.filter(file -> file.getFileName().toString().startsWith("_"))
                  .sorted(Comparator.comparingLong((Path file) -> -file.toFile().length()))
                  .toList());
      int largest = Math.min(files.size(), 3);
      Collections.shuffle(files.subList(largest, files.size()), setting.random());
      return files.subList(0, Math.min(files.size(), setting.times(5, 1000))).stream()
          .map(file -> setting.sample().relativize(file).toString())
          .toList();
    }
  }

  private void cut(Setting setting, String file, Map<String, String> right, Tally all)
      throws Exception {
    Path copy = setting.copyOfSample("index-" + cut++);
    try (ServeProcess service = ServeProcess.of(setting, copy).with("--log", "off").start()) {
      try (Crowd crowd = Crowd.of(CLIENTS, service.port(), questions(service), check(right, all))) {
        Thread.sleep(Duration.ofSeconds(1));
        truncate(copy.resolve(file), setting.random());
        Thread.sleep(Duration.ofSeconds(setting.times(3, 10)));
        if (crowd.tally().answers(503) == 0) {
          failed.add(file + ": not noticed");
        }
      }
      Wire.Answer ready = service.ask("/readyz");
      if (!service.isAlive() || service.crashes() > 0 || ready.status() != 503) {
        failed.add(
            "%s: %d crashes, /readyz %d: %s"
                .formatted(file, service.crashes(), ready.status(), ready.body()));
      }
    }
  }

  private Crowd.Check check(Map<String, String> right, Tally all) {
    return (request, answer) -> {
      all.answered(answer.status(), 0);
      if (answer.status() == 200 && !results(answer).equals(right.get(question(request)))) {
        wrong.incrementAndGet();
      }
    };
  }

  /// Cuts off a page or more; up to the end of the last page that is left, mapped memory then reads
  /// as zeros. Of a small file, half is left.
  private static void truncate(Path file, Random random) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      long size = channel.size();
      channel.truncate(
          size < 2 * MIN_BYTES
              ? size / 2
              : size - MIN_BYTES - random.nextLong(size - 2L * MIN_BYTES + 1));
    }
  }

  /// Questions by meaning, by words and by both, in turns.
  private static Supplier<String> questions(ServeProcess service) throws IOException {
    Papers papers = Papers.of(service);
    List<Supplier<String>> questions =
        Stream.of(MODES).map(mode -> papers.related("&limit=20&mode=" + mode)).toList();
    AtomicInteger next = new AtomicInteger();
    return () -> questions.get(next.getAndIncrement() % MODES.length).get();
  }

  private static Map<String, String> rightAnswers(Setting setting) throws Exception {
    Map<String, String> right = new HashMap<>();
    try (ServeProcess service = ServeProcess.ready(setting, "--log", "off")) {
      Supplier<String> questions = questions(service);
      for (int i = Papers.of(service).ids().size() * MODES.length; i > 0; i--) {
        String request = questions.get();
        try (Wire wire = Wire.to(service.port())) {
          right.put(question(request), results(wire.ask(request)));
        }
      }
    }
    return right;
  }

  /// Without the floor, which differs so that no answer is in the cache.
  private static String question(String request) {
    return request.substring(request.indexOf("id="), request.indexOf("&floor="));
  }

  /// Without the question.
  private static String results(Wire.Answer answer) {
    int from = answer.body().indexOf("\"results\"");
    return answer.body().substring(Math.max(0, from), answer.body().lastIndexOf("\"belowFloor\""));
  }
}
