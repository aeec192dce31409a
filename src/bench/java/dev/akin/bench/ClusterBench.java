package dev.akin.bench;

import dev.akin.faults.service.ServeProcess;
import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.opensearch.ClusterAccess;
import dev.akin.index.opensearch.OpenSearchStore;
import dev.akin.index.opensearch.OpenSearchStore.ClusterLayoutChoice;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.index.store.PaperStore;
import dev.akin.index.store.RecallAtTen;
import dev.akin.index.store.TextKey;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.vector.Embedding;
import dev.akin.vector.SentenceEmbeddings;
import dev.akin.vector.TextVectors;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// An index in a cluster beside one in a folder, with the same papers and vectors, and beside
/// OpenSearch used by itself. Nothing is embedded.
///
/// Usage: ClusterBench HOME FOLDER INDEX ADDRESS COUNT SEED [kills]
final class ClusterBench {
  private static final int A_COMMIT = 5_000;
  private static final int QUERIES = 300;
  private static final int RECALL_QUERIES = 300;
  private static final int RESULTS = 10;
  private static final int KILLS = 3;
  private static final int BEAM = 64;

  private final Path home;
  private final Path folder;
  private final String address;
  private final Random random;
  private final HttpClient http = HttpClient.newHttpClient();

  private ClusterBench(Path home, Path folder, String address, long seed) {
    this.home = home;
    this.folder = folder;
    this.address = address;
    this.random = new Random(seed);
  }

  /// Measures and prints.
  public static void main(String[] arguments) throws Exception {
    ClusterBench bench =
        new ClusterBench(
            Path.of(arguments[0]),
            Path.of(arguments[1]),
            arguments[3],
            Long.parseLong(arguments[5]));
    int count = Integer.parseInt(arguments[4]);
    System.out.printf(
        Locale.ROOT,
        "seed %s, %d processors%n",
        arguments[5],
        Runtime.getRuntime().availableProcessors());
    PaperStore cluster =
        OpenSearchStore.at(bench.address, ClusterAccess.OPEN, new ClusterLayoutChoice(3, null));
    PaperStore here = new LuceneStore(bench.folder.resolve("index"));
    try (PaperIndex from = new LuceneStore(Path.of(arguments[2])).open(PaperIndex.Check.NOTHING);
        IndexSnapshot papers = from.snapshot()) {
      int[] all = bench.papers(papers, count);
      bench.load("folder", papers, all, here);
      bench.load("cluster", papers, all, cluster);
      bench.recall(cluster);
      bench.answers(papers, all);
      if (List.of(arguments).contains("kills")) {
        bench.kills(papers, all, cluster);
      }
    }
  }

  private int[] papers(IndexSnapshot from, int count) {
    List<Integer> papers = new ArrayList<>();
    from.inOrder(papers::add);
    Collections.shuffle(papers, random);
    return papers.stream().limit(count).mapToInt(Integer::intValue).toArray();
  }

  /// Copies papers with their vectors.
  private void load(String name, IndexSnapshot from, int[] papers, PaperStore to) {
    long start = System.nanoTime();
    try (PaperIndexWriter writer = to.writer(from.info().spaces())) {
      for (int i = 0; i < papers.length; i++) {
        put(from, papers[i], writer);
        if ((i + 1) % A_COMMIT == 0) {
          writer.commit();
        }
      }
      writer.commit();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%-8s %,d papers written in %.1f s: %,.0f a second%n",
        name,
        papers.length,
        seconds,
        papers.length / seconds);
  }

  private static void put(IndexSnapshot from, int paper, PaperIndexWriter writer) {
    Paper record = from.paper(paper);
    List<Embedding> embeddings = from.embeddings(paper);
    if (embeddings.isEmpty()) {
      writer.upsert(record, null);
      return;
    }
    TextKey key = TextKey.of(record.title() + " " + record.abstractText());
    if (!writer.holds(key)) {
      SentenceEmbeddings sentences = Objects.requireNonNull(from.sentences(paper));
      writer.addText(key, new TextVectors(embeddings, sentences));
    }
    writer.upsert(record, key);
  }

  private void recall(PaperStore cluster) {
    try (PaperIndex index = cluster.open(PaperIndex.Check.NOTHING);
        IndexSnapshot snapshot = index.snapshot()) {
      RecallAtTen found = snapshot.recall(RECALL_QUERIES, 1, random.nextInt());
      System.out.printf(
          Locale.ROOT,
          "cluster  recall@10 of %d queries %.4f, %,.1f MB%n%n",
          found.queries(),
          found.recall(),
          snapshot.info().sizeBytes() / 1e6);
    }
  }

  /// Related by id over HTTP, one client, in turns.
  private void answers(IndexSnapshot from, int[] papers) throws Exception {
    List<String> ids =
        random.ints(QUERIES, 0, papers.length).mapToObj(i -> from.id(papers[i]).value()).toList();
    try (ServeProcess inFolder = ServeProcess.of(home, folder, folder.resolve("index")).start();
        ServeProcess inCluster = clusterService()) {
      System.out.printf("%-40s %8s %8s%n", "related by id, milliseconds", "p50", "p99");
      for (String mode : List.of("semantic", "hybrid", "lexical")) {
        double[][] millis = new double[3][ids.size()];
        for (int i = 0; i < ids.size(); i++) {
          String path =
              "/v1/papers/%s/related?mode=%s"
                  .formatted(URLEncoder.encode(ids.get(i), StandardCharsets.UTF_8), mode);
          millis[0][i] = get(inFolder.port(), path);
          millis[1][i] = get(inCluster.port(), path);
          millis[2][i] = bare(ids.get(i), mode);
        }
        print(mode + ", akin serve, folder", millis[0]);
        print(mode + ", akin serve, cluster", millis[1]);
        print(mode + ", OpenSearch by itself", millis[2]);
      }
    }
  }

  private ServeProcess clusterService() throws IOException, InterruptedException {
    return new ServeProcess.Start(
            home, folder, List.of(), List.of("serve", "--store", address, "--port", "0"), Map.of())
        .start();
  }

  private static void print(String what, double[] millis) {
    Arrays.sort(millis);
    System.out.printf(
        Locale.ROOT,
        "%-40s %8.2f %8.2f%n",
        what,
        millis[millis.length / 2],
        millis[millis.length * 99 / 100]);
  }

  private double get(int port, String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
    long start = System.nanoTime();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(path + ": " + answer.body());
    }
    return (System.nanoTime() - start) / 1e6;
  }

  /// What a program does without akin: it gets the paper, then asks for its nearest, for what is
  /// like its words, or for both.
  private double bare(String id, String mode) throws IOException, InterruptedException {
    long start = System.nanoTime();
    ObjectNode find = body(RESULTS);
    find.putObject("query").putObject("term").put("id", id);
    find.putArray("docvalue_fields").add("coordinates0");
    JsonNode found = search(find).path("hits").path("hits").path(0);
    if (!mode.equals("lexical")) {
      ObjectNode nearest = body(BEAM);
      ObjectNode knn = nearest.putObject("query").putObject("knn").putObject("vector0");
      ArrayNode vector = knn.put("k", BEAM).putArray("vector");
      String bytes = found.path("fields").path("coordinates0").path(0).asString("");
      for (float number : floats(bytes)) {
        vector.add(number);
      }
      search(nearest);
    }
    if (!mode.equals("semantic")) {
      ObjectNode like = body(BEAM);
      ObjectNode words = like.putObject("query").putObject("more_like_this");
      words.putArray("fields").add("words");
      words.putArray("like").addObject().put("_id", found.path("_id").asString());
      search(like);
    }
    return (System.nanoTime() - start) / 1e6;
  }

  private static ObjectNode body(int size) {
    return JsonMapper.shared().createObjectNode().put("size", size).put("_source", false);
  }

  private static float[] floats(String base64) {
    FloatBuffer floats =
        ByteBuffer.wrap(Base64.getDecoder().decode(base64))
            .order(ByteOrder.LITTLE_ENDIAN)
            .asFloatBuffer();
    float[] vector = new float[floats.remaining()];
    floats.get(vector);
    return vector;
  }

  private JsonNode search(ObjectNode body) throws IOException, InterruptedException {
    URI store = URI.create(address);
    String host = store.getAuthority().replaceFirst(",.*", "");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://" + host + store.getPath() + "/_search"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(answer.body());
    }
    return JsonMapper.shared().readTree(answer.body());
  }

  /// Kills nodes while papers are written and the service is asked.
  private void kills(IndexSnapshot from, int[] papers, PaperStore cluster) throws Exception {
    try (ServeProcess service = clusterService()) {
      AtomicBoolean ended = new AtomicBoolean();
      List<double[]> failed = Collections.synchronizedList(new ArrayList<>());
      Thread asking =
          Thread.ofPlatform().start(() -> ask(service.port(), from, papers, ended, failed));
      Set<PaperId> acknowledged = new HashSet<>();
      try (PaperIndexWriter writer = cluster.writer(from.info().spaces())) {
        for (int kill = 1; kill <= KILLS; kill++) {
          killNode(kill);
          for (int i = 0; i < 500; i++) {
            Paper paper = from.paper(papers[random.nextInt(papers.length)]);
            Paper again =
                Paper.of("again-%d-%d".formatted(kill, i), paper.title(), paper.abstractText());
            writer.upsert(again, again.withoutText() ? null : key(writer, from, paper, again));
            acknowledged.add(again.id());
          }
          writer.commit();
          start();
        }
      }
      ended.set(true);
      asking.join();
      try (PaperIndex index = cluster.open(PaperIndex.Check.NOTHING);
          IndexSnapshot snapshot = index.snapshot()) {
        long lost = acknowledged.stream().filter(id -> snapshot.find(id.value()).isEmpty()).count();
        System.out.printf(
            Locale.ROOT,
            "%n%d kills of nodes: %d of %d acknowledged papers lost; %d answers failed, longest %.1f s without one%n",
            KILLS,
            lost,
            acknowledged.size(),
            failed.size(),
            failed.stream().mapToDouble(each -> each[0]).max().orElse(0));
      }
    }
  }

  private static TextKey key(
      PaperIndexWriter writer, IndexSnapshot from, Paper paper, Paper again) {
    TextKey key = TextKey.of(again.title() + " " + again.abstractText());
    if (!writer.holds(key)) {
      int number = from.find(paper.id().value()).orElseThrow();
      writer.addText(
          key,
          new TextVectors(from.embeddings(number), Objects.requireNonNull(from.sentences(number))));
    }
    return key;
  }

  /// Asks until the end, and notes for how long there was no answer.
  private void ask(
      int port, IndexSnapshot from, int[] papers, AtomicBoolean ended, List<double[]> failed) {
    Random drawn = new Random(1);
    long lastGood = System.nanoTime();
    while (!ended.get()) {
      String id = from.id(papers[drawn.nextInt(papers.length)]).value();
      try {
        get(port, "/v1/papers/" + URLEncoder.encode(id, StandardCharsets.UTF_8) + "/related");
        lastGood = System.nanoTime();
      } catch (IOException | InterruptedException | IllegalStateException e) {
        failed.add(new double[] {(System.nanoTime() - lastGood) / 1e9});
      }
    }
  }

  private void killNode(int number) throws IOException, InterruptedException {
    Path pid = home.resolve("target/cluster/nodes/n" + number + "/pid");
    ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
        .ifPresent(ProcessHandle::destroyForcibly);
    Thread.sleep(Duration.ofSeconds(2));
  }

  private void start() throws IOException, InterruptedException {
    new ProcessBuilder(home.resolve("scripts/cluster").toString(), "start", "--heap", "512m")
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("cluster.log").toFile())
        .start()
        .waitFor();
  }
}
