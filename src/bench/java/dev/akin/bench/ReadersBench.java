package dev.akin.bench;

import dev.akin.faults.service.Papers;
import dev.akin.faults.service.ServeProcess;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How long readers wait for pages: people who open one page after the other, and read for some
/// seconds in between.
///
/// Usage: ReadersBench HOME FOLDER INDEX READERS SECONDS SEED
final class ReadersBench {
  private static final double READING_SECONDS = 3;
  private static final Pattern TITLE =
      Pattern.compile("class=\"open-paper\" href=\"([^\"]+)\">([^<]+)<");
  private static final Pattern COMPUTED = Pattern.compile("answer;dur=([0-9.]+)");

  private enum Kind {
    LIST,
    SEARCH,
    PAPER,
    MORE
  }

  /// A page that was read.
  ///
  /// @param millis until its last byte
  /// @param computedMillis of these, until the service had the answer; 0 if it had it before
  private record Seen(double millis, double computedMillis, int bytes, int status) {}

  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<Kind, List<Seen>> seen = new EnumMap<>(Kind.class);
  private final String address;
  private final List<String> ids;

  private ReadersBench(ServeProcess service) throws Exception {
    this.address = "http://127.0.0.1:" + service.port();
    this.ids = new ArrayList<>(Papers.of(service).ids());
    for (Kind kind : Kind.values()) {
      seen.put(kind, new ArrayList<>());
    }
  }

  /// Measures and prints.
  public static void main(String[] arguments) throws Exception {
    Path home = Path.of(arguments[0]);
    Path folder = Path.of(arguments[1]);
    int readers = Integer.parseInt(arguments[3]);
    int seconds = Integer.parseInt(arguments[4]);
    long seed = Long.parseLong(arguments[5]);
    try (ServeProcess service = ServeProcess.of(home, folder, Path.of(arguments[2])).start()) {
      ReadersBench bench = new ReadersBench(service);
      bench.read(readers, seconds / 2, seed + 1_000); // Java compiles what it runs
      bench.seen.values().forEach(List::clear);
      bench.read(readers, seconds, seed);
      bench.print(readers, seconds, seed);
    }
  }

  private void read(int readers, int seconds, long seed) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    List<Future<Boolean>> ends = new ArrayList<>();
    try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int reader = 0; reader < readers; reader++) {
        Random random = new Random(seed * 1_000 + reader);
        ends.add(
            all.submit(
                () -> {
                  read(random, end);
                  return true;
                }));
      }
    }
    for (Future<Boolean> each : ends) {
      each.get();
    }
  }

  /// Opens a list, searches for the words of a title, opens a paper, asks for more like another.
  private void read(Random random, long end) throws Exception {
    String list =
        open(Kind.LIST, random.nextBoolean() ? "/" : "/date/" + (2015 + random.nextInt(10)));
    while (System.nanoTime() < end) {
      think(random);
      switch (random.nextInt(10)) {
        case 0, 1 -> list = open(Kind.LIST, "/date/" + (2000 + random.nextInt(25)));
        case 2, 3, 4 -> list = open(Kind.SEARCH, "/search?q=" + encoded(words(list, random)));
        default -> readPaper(random);
      }
    }
  }

  private void readPaper(Random random) throws Exception {
    String id = ids.get(random.nextInt(ids.size()));
    String paper = "/paper?id=" + encoded(id);
    open(Kind.PAPER, paper);
    if (random.nextInt(3) == 0) {
      think(random);
      open(Kind.MORE, paper + "&more=" + encoded(ids.get(random.nextInt(ids.size()))));
    }
  }

  /// Some words of a title of a list.
  private static String words(String list, Random random) {
    List<String> titles = TITLE.matcher(list).results().map(title -> title.group(2)).toList();
    String title = titles.isEmpty() ? "" : titles.get(random.nextInt(titles.size())).strip();
    String[] words = (title.isEmpty() ? "translation" : title).split(" +", -1);
    int first = random.nextInt(words.length);
    return String.join(" ", List.of(words).subList(first, Math.min(words.length, first + 3)));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static void think(Random random) throws InterruptedException {
    double seconds = -READING_SECONDS * Math.log(1 - random.nextDouble());
    Thread.sleep(Duration.ofMillis((long) (1_000 * Math.min(seconds, 4 * READING_SECONDS))));
  }

  private String open(Kind kind, String path) throws Exception {
    long start = System.nanoTime();
    HttpResponse<String> page =
        client.send(
            HttpRequest.newBuilder(URI.create(address + path)).build(),
            HttpResponse.BodyHandlers.ofString());
    double millis = (System.nanoTime() - start) / 1e6;
    Matcher computed = COMPUTED.matcher(page.headers().firstValue("Server-Timing").orElse(""));
    Seen one =
        new Seen(
            millis,
            computed.find() ? Double.parseDouble(computed.group(1)) : 0,
            page.body().getBytes(StandardCharsets.UTF_8).length,
            page.statusCode());
    synchronized (seen) {
      Objects.requireNonNull(seen.get(kind)).add(one);
    }
    return page.body();
  }

  private void print(int readers, int seconds, long seed) {
    System.out.printf(
        Locale.ROOT,
        "%,d papers, %d readers, %d s, seed %d, %.0f s of reading a page%n%n",
        ids.size(),
        readers,
        seconds,
        seed,
        READING_SECONDS);
    System.out.printf(
        "%-8s %7s %9s %9s %9s %14s %9s %7s%n",
        "", "pages", "p50 ms", "p99 ms", "max ms", "computed p50", "kB", "errors");
    List<Seen> all = new ArrayList<>();
    seen.forEach(
        (kind, pages) -> {
          print(kind.name().toLowerCase(Locale.ROOT), pages);
          all.addAll(pages);
        });
    print("all", all);
  }

  private static void print(String what, List<Seen> pages) {
    double[] millis = pages.stream().mapToDouble(Seen::millis).sorted().toArray();
    double[] computed =
        pages.stream()
            .mapToDouble(Seen::computedMillis)
            .filter(each -> each > 0)
            .sorted()
            .toArray();
    System.out.printf(
        Locale.ROOT,
        "%-8s %7d %9.1f %9.1f %9.1f %14.1f %9.1f %7d%n",
        what,
        pages.size(),
        quantile(millis, 0.5),
        quantile(millis, 0.99),
        quantile(millis, 1),
        quantile(computed, 0.5),
        pages.stream().mapToInt(Seen::bytes).average().orElse(0) / 1_000,
        pages.stream().filter(each -> each.status() != 200).count());
  }

  private static double quantile(double[] sorted, double share) {
    return sorted.length == 0
        ? 0
        : sorted[(int) Math.min(sorted.length - 1L, Math.round(share * (sorted.length - 1)))];
  }
}
