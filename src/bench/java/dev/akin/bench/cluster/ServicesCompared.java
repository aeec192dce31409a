package dev.akin.bench.cluster;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks two services that have the same papers the same things, and says where their answers
/// differ: related papers, searches, the search box, lists in other formats, feeds, pages, a
/// library, health. Addresses, builds and times are left out; of the metrics only the names are
/// compared.
///
/// Usage: ServicesCompared ADDRESS ADDRESS COUNT SEED
final class ServicesCompared {
  private static final int PAGE = 200;
  private static final int SHOWN = 90;

  /// What differs between two runs of the same service.
  private static final Pattern OWN =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\d-[0-9a-f]{8}" // a build
              + "|\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z"
              + "|\"commit\":\\d+|\"(index)?sizeBytes\":\\d+|127\\.0\\.0\\.1:\\d+",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern FRACTION = Pattern.compile("\\d+\\.\\d+");
  private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");

  private final HttpClient http;
  private final String one;
  private final String other;
  private final Random random;
  private final Map<String, Map<Same, Integer>> counts = new TreeMap<>();

  private ServicesCompared(HttpClient http, String one, String other, Random random) {
    this.http = http;
    this.one = one;
    this.other = other;
    this.random = random;
  }

  private enum Same {
    SAME,
    BUT_FOR_FRACTIONS,
    BUT_FOR_NUMBERS,
    DIFFERENT
  }

  /// A paper of the first service.
  private record Known(String id, String title) {}

  /// Compares and prints; ends with 1 if an answer is different in more than numbers.
  public static void main(String[] arguments) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      ServicesCompared compared =
          new ServicesCompared(
              http, arguments[0], arguments[1], new Random(Long.parseLong(arguments[3])));
      compared.run(Integer.parseInt(arguments[2]));
      if (compared.print() > 0) {
        System.exit(1);
      }
    }
  }

  private void run(int count) throws IOException, InterruptedException {
    for (String path :
        List.of(
            "/livez",
            "/readyz",
            "/v1/info",
            "/v1/papers?limit=200",
            "/v1/papers?limit=50&format=atom",
            "/v1/facets",
            "/",
            "/docs",
            "/accessibility",
            "/v1/paper?id=no-such-paper",
            "/v1/related?id=no-such-paper",
            "/v1/related?limit=x")) {
      get(path.replaceAll("\\?.*", ""), path);
    }
    compare("/metrics", names(send(one, "/metrics", null)), names(send(other, "/metrics", null)));
    List<Known> all = papers();
    Collections.shuffle(all, random);
    List<Known> some = all.subList(0, Math.min(count, all.size()));
    StringBuilder library = new StringBuilder();
    for (int i = 0; i < some.size(); i++) {
      ask(some.get(i), some.get((i + 1) % some.size()), some.get((i + 2) % some.size()));
      String entry = send(one, "/v1/paper?format=bibtex&id=" + code(some.get(i).id), null);
      library.append(body(entry)).append('\n');
    }
    post("/v1/library", library.toString());
    post("/like", library.toString());
  }

  private void ask(Known paper, Known second, Known not) throws IOException, InterruptedException {
    String id = code(paper.id);
    for (String mode : List.of("semantic", "hybrid", "lexical")) {
      get("related " + mode, "/v1/related?limit=50&mode=" + mode + "&id=" + id);
    }
    get(
        "related, several",
        "/v1/related?id=" + id + "&id=" + code(second.id) + "&not=" + code(not.id));
    get("related, explained", "/v1/related?explain=true&id=" + id);
    get("related, atom", "/v1/related?format=atom&id=" + id);
    get("related, ris", "/v1/related?format=ris&id=" + id);
    get("search", "/v1/search?q=" + code(paper.title));
    get("search by words", "/v1/search?mode=lexical&q=" + code(second.title));
    get("facets", "/v1/facets?q=" + code(paper.title));
    get("complete", "/v1/complete?q=" + code(start(paper.title)));
    get("paper", "/v1/paper?id=" + id);
    get("paper, bibtex", "/v1/paper?format=bibtex&id=" + id);
    get("page of a paper", "/paper?id=" + id);
    get("page of a search", "/search?q=" + code(paper.title));
    get("recommendations", "/recommendations/v1/papers/forpaper/" + id);
  }

  private List<Known> papers() throws IOException, InterruptedException {
    List<Known> papers = new ArrayList<>();
    String next = "/v1/papers?limit=" + PAGE;
    while (next != null) {
      JsonNode page = JsonMapper.shared().readTree(body(send(one, next, null)));
      page.path("results")
          .forEach(
              paper ->
                  papers.add(
                      new Known(paper.path("id").asString(), paper.path("title").asString(""))));
      String after = page.path("next").asString("");
      next = after.isEmpty() ? null : "/v1/papers?limit=" + PAGE + "&after=" + code(after);
    }
    return papers;
  }

  private void get(String kind, String path) throws IOException, InterruptedException {
    compare(kind, send(one, path, null), send(other, path, null));
  }

  private void post(String path, String body) throws IOException, InterruptedException {
    compare(path, send(one, path, body), send(other, path, body));
  }

  private String send(String service, String path, @Nullable String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service + path));
    if (body != null) {
      request
          .header("Content-Type", "application/x-bibtex")
          .POST(HttpRequest.BodyPublishers.ofString(body));
    }
    HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    String type = answer.headers().firstValue("Content-Type").orElse("");
    return answer.statusCode() + " " + type + "\n" + answer.body();
  }

  private static String body(String answer) {
    return answer.substring(answer.indexOf('\n') + 1);
  }

  /// The names and types of the metrics.
  private static String names(String metrics) {
    return String.join("\n", metrics.lines().filter(line -> line.startsWith("# TYPE")).toList());
  }

  private void compare(String kind, String first, String second) {
    String left = OWN.matcher(first).replaceAll("…");
    String right = OWN.matcher(second).replaceAll("…");
    Same same = same(left, right);
    counts.computeIfAbsent(kind, _ -> new EnumMap<>(Same.class)).merge(same, 1, Integer::sum);
    if (same == Same.DIFFERENT) {
      int at = 0;
      while (at < Math.min(left.length(), right.length()) && left.charAt(at) == right.charAt(at)) {
        at++;
      }
      System.out.printf("%s:%n  %s%n  %s%n", kind, around(left, at), around(right, at));
    }
  }

  private static Same same(String left, String right) {
    if (left.equals(right)) {
      return Same.SAME;
    }
    if (without(FRACTION, left).equals(without(FRACTION, right))) {
      return Same.BUT_FOR_FRACTIONS;
    }
    return without(NUMBER, left).equals(without(NUMBER, right))
        ? Same.BUT_FOR_NUMBERS
        : Same.DIFFERENT;
  }

  private static String without(Pattern numbers, String text) {
    return numbers.matcher(text).replaceAll("#");
  }

  private static String around(String text, int at) {
    return text.substring(Math.max(0, at - SHOWN / 2), Math.min(text.length(), at + SHOWN / 2))
        .replace('\n', ' ');
  }

  private static String start(String title) {
    return title.substring(0, Math.min(6, title.length()));
  }

  private static String code(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /// @return how many answers are different
  private int print() {
    System.out.printf("%-22s %8s %10s %8s %9s%n", "", "same", "fractions", "numbers", "different");
    int different = 0;
    for (Map.Entry<String, Map<Same, Integer>> each : counts.entrySet()) {
      System.out.printf("%-22s", each.getKey());
      for (Same same : Same.values()) {
        System.out.printf(" %8d", each.getValue().getOrDefault(same, 0));
      }
      System.out.println();
      different += each.getValue().getOrDefault(Same.DIFFERENT, 0);
    }
    return different;
  }
}
