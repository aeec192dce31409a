package dev.akin.bench;

import ai.djl.huggingface.tokenizers.Encoding;
import dev.akin.faults.service.Papers;
import dev.akin.faults.service.ServeProcess;
import dev.akin.serve.Wire;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// How much the service answers: over HTTP, as a process of its own, asked by `wrk`.
///
/// Usage: LoadBench HOME FOLDER INDEX SECONDS SEED [--soak]
final class LoadBench {
  private static final int CLIENTS = 8;
  private static final int WARM_UP_SECONDS = 30;
  private static final int WARM = 500;
  private static final int TEXTS = 1_000;

  /// So that a worker always finds the next text waiting.
  private static final int CLIENTS_A_WORKER = 3;

  private static final int BARE_TEXTS = 200;
  private static final Pattern HITS =
      Pattern.compile("akin_answers_total\\{cache=\"hit\"\\} (\\S+)");

  private final ServeProcess service;
  private final Path home;
  private final Wrk wrk;
  private final int seconds;
  private final List<String> ids;
  private int taken;

  private LoadBench(Path home, Path folder, ServeProcess service, int seconds, long seed)
      throws IOException {
    this.home = home;
    this.service = service;
    this.seconds = seconds;
    this.wrk = new Wrk(home, folder, service.port());
    this.ids = new ArrayList<>(Papers.of(service).ids());
    Collections.shuffle(ids, new Random(seed));
  }

  /// Measures and prints.
  public static void main(String[] arguments) throws Exception {
    Path home = Path.of(arguments[0]);
    Path folder = Path.of(arguments[1]);
    int seconds = Integer.parseInt(arguments[3]);
    long seed = Long.parseLong(arguments[4]);
    try (ServeProcess service = ServeProcess.of(home, folder, Path.of(arguments[2])).start()) {
      LoadBench bench = new LoadBench(home, folder, service, seconds, seed);
      System.out.printf(
          Locale.ROOT,
          "%,d papers, seed %d, %d s each, load %s, %d processors%n%n",
          bench.ids.size(),
          seed,
          seconds,
          load(),
          Runtime.getRuntime().availableProcessors());
      bench.run();
      if (List.of(arguments).contains("--soak")) {
        bench.soak();
      }
    }
  }

  private static String load() throws IOException {
    return Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0];
  }

  private void run() throws Exception {
    System.out.printf(
        "%-44s %9s %9s %9s %7s %9s%n", "", "answers/s", "p50 ms", "p99 ms", "errors", "hits");
    for (String mode : List.of("semantic", "hybrid", "lexical")) {
      // Other questions than those that are measured; Java compiles what it runs for a minute.
      List<String> others = paths(mode, share()).stream().map(path -> path + "&floor=0").toList();
      wrk.get(others, CLIENTS, WARM_UP_SECONDS).result();
    }
    taken = 0;
    measure("by id, semantic, cold, 1 client", paths("semantic", share()), 1);
    measure("by id, semantic, cold, 8 clients", paths("semantic", share()), CLIENTS);
    List<String> warm = paths("semantic", WARM);
    ask(warm);
    measure("by id, semantic, 500 ids again and again", warm, CLIENTS);
    measure("by id, hybrid, cold, 1 client", paths("hybrid", share()), 1);
    measure("by id, hybrid, cold, 8 clients", paths("hybrid", share()), CLIENTS);
    measure("by id, lexical, cold, 8 clients", paths("lexical", share()), CLIENTS);
    health();
    List<String> texts = texts();
    byText(texts);
    overload(texts);
  }

  /// A part of the papers for each measurement, so that none is asked for twice.
  private int share() {
    return ids.size() / 6;
  }

  /// The next papers, not asked for before.
  private List<String> paths(String mode, int count) {
    List<String> paths = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String id = ids.get(taken++ % ids.size());
      paths.add(
          "/v1/related?mode=%s&limit=10&id=%s"
              .formatted(mode, URLEncoder.encode(id, StandardCharsets.UTF_8)));
    }
    return paths;
  }

  private void ask(List<String> paths) throws IOException {
    try (Wire wire = Wire.to(service.port())) {
      for (String path : paths) {
        wire.ask(Wire.get(path));
      }
    }
  }

  private void measure(String what, List<String> paths, int clients) throws Exception {
    long before = hits();
    print(what, wrk.get(paths, clients, seconds).result(), before);
  }

  private void print(String what, Wrk.Result result, long hitsBefore) throws IOException {
    System.out.printf(
        Locale.ROOT,
        "%-44s %,9.1f %9.2f %9.2f %7d %,9d%n",
        what,
        result.perSecond(),
        result.p50(),
        result.p99(),
        result.notOk() + result.socketErrors(),
        hits() - hitsBefore);
  }

  private long hits() throws IOException {
    Matcher hits = HITS.matcher(service.ask("/metrics").body());
    return hits.find() ? (long) Double.parseDouble(hits.group(1)) : 0;
  }

  /// While eight clients compare papers with every other one.
  private void health() throws Exception {
    List<String> exact =
        paths("semantic", share()).stream().map(path -> path + "&exact=true").toList();
    long hits = hits();
    Wrk.Running crowd = wrk.get(exact, CLIENTS, seconds);
    Wrk.Running one = wrk.get(List.of("/livez", "/readyz"), 1, seconds);
    print("by id, exact, cold, 8 clients", crowd.result(), hits);
    print("  meanwhile its health, 1 client", one.result(), hits);
  }

  /// Abstracts of papers.
  private List<String> texts() throws IOException {
    List<String> texts = new ArrayList<>();
    try (Wire wire = Wire.to(service.port())) {
      for (int i = 0; texts.size() < TEXTS && i < ids.size(); i++) {
        String id = URLEncoder.encode(ids.get(ids.size() - 1 - i), StandardCharsets.UTF_8);
        JsonNode paper =
            JsonMapper.shared().readTree(wire.ask(Wire.get("/v1/paper?id=" + id)).body());
        String text = paper.at("/paper/abstract").asString("");
        if (!text.isBlank()) {
          texts.add(text);
        }
      }
    }
    return texts;
  }

  private static List<String> bodies(List<String> texts) {
    return texts.stream()
        .map(
            text -> {
              var body = JsonNodeFactory.instance.objectNode().put("mode", "semantic");
              body.putArray("positives").addObject().put("text", text);
              return body.toString();
            })
        .toList();
  }

  /// Beside the model alone, one text a call, on as many threads as there are processors.
  private void byText(List<String> texts) throws Exception {
    int workers = Runtime.getRuntime().availableProcessors();
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    try (BareLoop loop = new BareLoop(home.resolve("models/all-minilm-l6-v2"), workers)) {
      List<Encoding> encodings = loop.tokenize(texts);
      double tokens =
          encodings.stream().mapToLong(text -> text.getIds().length).average().orElseThrow();
      double before = bare(loop, encodings);
      int clients = CLIENTS_A_WORKER * workers;
      Wrk.Result result = wrk.post(bodies(texts), clients, seconds).result();
      double after = bare(loop, encodings);
      double bare = (before + after) / 2;
      print("by text, semantic, %d clients".formatted(clients), result, hits());
      System.out.printf(
          Locale.ROOT,
          "  %.0f tokens a text: %,.0f tokens/s; the bare model, one text a call: %.1f texts/s,"
              + " %,.0f tokens/s; ratio %.2f%n",
          tokens,
          tokens * result.perSecond(),
          bare,
          tokens * bare,
          result.perSecond() / bare);
    }
  }

  private static double bare(BareLoop loop, List<Encoding> encodings) throws Exception {
    List<Encoding> some = encodings.subList(0, Math.min(BARE_TEXTS, encodings.size()));
    loop.embedEach(some.subList(0, some.size() / 10));
    long start = System.nanoTime();
    loop.embedEach(some);
    return some.size() * 1e9 / (System.nanoTime() - start);
  }

  private void overload(List<String> texts) throws Exception {
    List<String> bodies = bodies(texts.stream().map(text -> text + " Once more.").toList());
    List<String> lookups = paths("semantic", share());
    long hits = hits();
    Wrk.Running crowd = wrk.post(bodies, 32, seconds);
    Wrk.Running one = wrk.get(lookups, 1, seconds);
    Wrk.Result answered = crowd.result();
    print("by text, 32 clients: too many", answered, hits);
    print("  meanwhile by id, 1 client", one.result(), hits);
    System.out.printf(
        Locale.ROOT,
        "  %.1f %% of the texts got 429, %d of %d with Retry-After; other errors: %d; load %s%n",
        100.0 * answered.busy() / answered.answers(),
        answered.told(),
        answered.busy(),
        answered.notOk() - answered.busy() + answered.socketErrors(),
        load());
  }

  private void soak() throws Exception {
    int time = 120;
    List<String> paths = new ArrayList<>(paths("semantic", share()));
    paths.addAll(paths("hybrid", share() / 10));
    Collections.shuffle(paths, new Random(1));
    long hits = hits();
    Wrk.Running running = wrk.get(paths, 64, time);
    List<Long> megabytes = new ArrayList<>();
    for (int past = 0; past < time; past += 10) {
      Thread.sleep(Duration.ofSeconds(past == 0 ? 2 : 10));
      megabytes.add(service.residentBytes() >> 20);
    }
    print("soak: 64 clients, 2 minutes", running.result(), hits);
    System.out.printf(
        "  resident MB at the start %d, in the middle %d, at the end %d; all: %s%n",
        megabytes.getFirst(), megabytes.get(megabytes.size() / 2), megabytes.getLast(), megabytes);
  }
}
