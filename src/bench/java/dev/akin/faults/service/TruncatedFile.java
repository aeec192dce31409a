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
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The largest file of the index loses its end while it is mapped.
final class TruncatedFile implements Fault {
  private static final int CLIENTS = 8;
  private static final int MIN_BYTES = 4096;
  private static final String PARAMETERS = "&limit=20&mode=semantic";

  @Override
  public String id() {
    return "R10";
  }

  @Override
  public String injected() {
    return "the largest mapped file is cut by 4,096 bytes or more while 8 clients ask";
  }

  @Override
  public String required() {
    return "no crash, right answers or 503 alone, and /readyz says so";
  }

  @Override
  public Outcome run(Setting setting) throws Exception {
    Path copy = setting.copyOfSample("index");
    Map<String, String> right = rightAnswers(setting);
    AtomicLong wrong = new AtomicLong();
    try (ServeProcess service = ServeProcess.of(setting, copy).with("--log", "off").start()) {
      long lost;
      Tally tally;
      try (Crowd crowd =
          Crowd.of(
              CLIENTS,
              service.port(),
              Papers.of(service).related(PARAMETERS),
              (request, answer) -> {
                if (answer.status() == 200 && !results(answer).equals(right.get(paper(request)))) {
                  wrong.incrementAndGet();
                }
              })) {
        lost = truncate(copy, crowd.tally());
        Thread.sleep(Duration.ofSeconds(setting.times(4, 30)));
        tally = crowd.tally();
      }
      Wire.Answer ready = service.ask("/readyz");
      return new Outcome.Seen(
          service.isAlive()
              && service.crashes() == 0
              && wrong.get() == 0
              && tally.answersBeside(200, 503) == 0
              && ready.status() == 503,
          tally.answers(503),
          "noticed at %,d bytes; answers %s, %d wrong ones, %d JVM crashes; /readyz %d: %s"
              .formatted(
                  lost, tally, wrong.get(), service.crashes(), ready.status(), ready.body()));
    }
  }

  private static Map<String, String> rightAnswers(Setting setting) throws Exception {
    Map<String, String> right = new HashMap<>();
    try (ServeProcess service = ServeProcess.ready(setting, "--log", "off");
        Wire wire = Wire.to(service.port())) {
      Papers papers = Papers.of(service);
      Supplier<String> related = papers.related(PARAMETERS);
      for (int i = 0; i < papers.ids().size(); i++) {
        String request = related.get();
        right.put(paper(request), results(wire.ask(request)));
      }
    }
    return right;
  }

  /// Cuts more and more, until somebody asks for what is gone.
  private static long truncate(Path index, Tally tally) throws IOException, InterruptedException {
    long lost = MIN_BYTES;
    try (FileChannel channel = FileChannel.open(largest(index), StandardOpenOption.WRITE)) {
      long size = channel.size();
      for (; lost < size; lost *= 2) {
        channel.truncate(size - lost);
        Thread.sleep(Duration.ofSeconds(2));
        if (tally.answers(503) > 0) {
          return lost;
        }
      }
    }
    return lost;
  }

  private static Path largest(Path index) throws IOException {
    try (Stream<Path> files = Files.walk(index)) {
      return files
          .filter(Files::isRegularFile)
          .max(Comparator.comparingLong(TruncatedFile::size))
          .orElseThrow();
    }
  }

  private static String paper(String request) {
    return request.substring(request.indexOf("id="), request.indexOf('&'));
  }

  /// Without the question, which differs so that no answer is in the cache.
  private static String results(Wire.Answer answer) {
    int from = answer.body().indexOf("\"results\"");
    return answer.body().substring(Math.max(0, from), answer.body().lastIndexOf("\"belowFloor\""));
  }

  private static long size(Path file) {
    return file.toFile().length();
  }
}
