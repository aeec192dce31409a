package dev.akin.faults.service;

import dev.akin.faults.Commands;
import dev.akin.faults.Fault;
import dev.akin.faults.Outcome;
import dev.akin.faults.Setting;
import dev.akin.serve.Wire;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Paths and ids that mean files elsewhere.
final class Traversal implements Fault {
  private static final Pattern OPENED =
      Pattern.compile("open(?:at)?\\([^\"]*\"([^\"]*)\".* = \\d+");
  private static final List<String> TARGETS =
      List.of("etc/passwd", "CURRENT", "proc/self/environ", "builds", "pom.xml");
  private static final List<String> STEPS =
      List.of(
          "../../../../",
          "..%2f..%2f..%2f",
          "%2e%2e/%2e%2e/",
          "%252e%252e%252f",
          "..;/..;/",
          "..%5c..%5c",
          "/",
          "%2f",
          "file:///",
          "....//....//",
          "%c0%ae%c0%ae%2f",
          "%00/");

  @Override
  public String id() {
    return "R35";
  }

  @Override
  public String injected() {
    return "paths and ids with .. in many spellings, NUL, backslashes, absolute ones";
  }

  @Override
  public String required() {
    return "no file outside of index, akin and Java is opened; never 200 or 500";
  }

  @Override
  public Outcome run(Setting setting) throws Exception {
    if (!Commands.trace()) {
      return Outcome.NO_TRACE;
    }
    Trace trace = Trace.in(setting);
    ServeProcess.Start start =
        ServeProcess.of(setting, setting.sample()).under(trace.command("openat,open"));
    try (ServeProcess service = start.with("--log", "off").start()) {
      service.ask("/");
      service.ask("/v1/papers?limit=1");
      int opened = trace.news().size();
      List<String> requests = requests();
      Tally tally = new Tally();
      for (String request : requests) {
        ask(service, request, tally);
      }
      Thread.sleep(Duration.ofMillis(200));
      List<String> outside =
          trace.news().stream()
              .map(Traversal::opened)
              .filter(path -> isOutside(setting, path))
              .toList();
      long wrong = tally.answersBeside(400, 404, 405, 414);
      return new Outcome.Seen(
          outside.isEmpty() && wrong == 0 && opened > 0,
          requests.size(),
          "answers %s; opened outside: %d %s (%d opened in all until ready)"
              .formatted(tally, outside.size(), outside, opened));
    }
  }

  private static List<String> requests() {
    List<String> requests = new ArrayList<>();
    for (String step : STEPS) {
      for (String target : TARGETS) {
        requests.add(Wire.get("/" + step + target));
        requests.add(Wire.get("/v1/papers/" + step + target));
        requests.add(Wire.get("/paper?id=" + step + target));
        requests.add(Wire.get("/v1/related?id=" + step + target));
      }
    }
    requests.add(Wire.get("/style.css/../CURRENT"));
    requests.add(Wire.get("/v1/papers?format=../../etc/passwd"));
    return requests;
  }

  private static void ask(ServeProcess service, String request, Tally tally) throws IOException {
    try (Wire wire = Wire.to(service.port())) {
      tally.answered(wire.ask(request).status(), 0);
    }
  }

  /// The file that a line says was opened; empty if none was.
  private static String opened(String line) {
    Matcher matcher = OPENED.matcher(line);
    return matcher.find() ? matcher.group(1) : "";
  }

  private static boolean isOutside(Setting setting, String path) {
    return !path.isEmpty()
        && List.of(
                setting.home().toString(),
                setting.sample().toString(),
                System.getProperty("java.home"),
                "/proc/self/",
                "/sys/",
                "/dev/urandom",
                "/dev/random",
                "/usr/lib",
                "/lib")
            .stream()
            .noneMatch(allowed -> Path.of(path).normalize().startsWith(allowed));
  }
}
