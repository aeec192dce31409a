package dev.akin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.cli.output.Console;
import dev.akin.cli.process.StopSignal;
import dev.akin.cli.run.DemoReport;
import dev.akin.embed.model.ModelFolder;
import dev.akin.embed.model.Models;
import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.paper.Paper;
import dev.akin.recommend.Answer;
import dev.akin.recommend.Recommendation;
import dev.akin.recommend.Recommender;
import dev.akin.recommend.query.Example;
import dev.akin.recommend.query.Mode;
import dev.akin.recommend.query.Query;
import dev.akin.recommend.query.RecommendOptions;
import dev.akin.report.ReportMap;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The sample papers through the whole of akin: the demo, and the commands that come after it.
class DemoIT {
  @TempDir private static Path folder;
  private static CommandRun demo;
  private static String index;

  @BeforeAll
  static void runDemo() {
    index = folder.resolve("akin-demo").toString();
    demo = CommandRun.of("demo", "--no-serve", "--index", index);
  }

  @Test
  void printsRelatedPapersAsATable() {
    assertThat(demo.code()).as(demo.err()).isZero();
    assertThat(demo.out())
        .contains(
            "Related to", "Attention Is All You Need", "  1  1.0", "  5  0.", "./akin related");
    assertThat(
            Pattern.compile("(?m)^ +\\d+ +(\\d+\\.\\d{3})  ")
                .matcher(demo.out())
                .results()
                .map(match -> Double.valueOf(match.group(1))))
        .as("the numbers are those that the list is ordered by")
        .hasSize(5)
        .isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(demo.err()).contains("240 read = 240 indexed");
  }

  @Test
  void printsTheScoresThatTheReadmeShows() throws IOException {
    List<String> shown =
        Files.readString(Path.of("README.md"))
            .lines()
            .filter(line -> line.matches(" {2}\\d {2}\\d\\.\\d{3} {2}.*"))
            .toList();
    assertThat(shown).hasSize(2);
    assertThat(demo.out()).contains(shown);
  }

  @Test
  void indexesNothingTheSecondTime() {
    CommandRun again = CommandRun.of("demo", "--no-serve", "--index", index);
    assertThat(again.code()).isZero();
    assertThat(again.err()).doesNotContain("indexed");
  }

  @Test
  void makesAReportForItsMapOnce(@TempDir Path other) throws IOException {
    StringWriter err = new StringWriter();
    Console console =
        new Console(new PrintWriter(Writer.nullWriter()), new PrintWriter(err), false, false, 100);
    DemoReport report = new DemoReport(console, new StopSignal(), other.resolve("report"));
    try (PaperIndex opened = new LuceneStore(Path.of(index)).open(PaperIndex.Check.NOTHING)) {
      Recommender recommender =
          new Recommender(
              opened,
              () -> {
                throw new AssertionError("the report needs no model");
              });
      assertThat(report.map(opened, recommender, 1)).extracting(ReportMap::papers).isEqualTo(240);
      Path data = other.resolve("report/report.json");
      FileTime made = Files.getLastModifiedTime(data);
      assertThat(report.map(opened, recommender, 1)).isNotNull();
      assertThat(Files.getLastModifiedTime(data)).isEqualTo(made);

      Files.writeString(data, "{\"provenance\": {\"build\": \"another\"}}");
      assertThat(report.map(opened, recommender, 1)).extracting(ReportMap::papers).isEqualTo(240);
      Path mine = Files.createDirectory(other.resolve("mine"));
      Files.writeString(mine.resolve("notes.txt"), "mine");
      assertThat(new DemoReport(console, new StopSignal(), mine).map(opened, recommender, 1))
          .isNull();
      assertThat(err.toString()).contains("No map: ", "exists already");
    }
  }

  @Test
  void servesNoMapOfAReportThatIsNotThereOrDamaged(@TempDir Path other) throws IOException {
    String report = other.toString();
    CommandRun none = CommandRun.of("serve", "--index", index, "--report", report);
    assertThat(none.code()).isEqualTo(66);
    assertThat(none.err()).contains("map.html: no such file; give the folder of a report");
    Files.writeString(other.resolve("map.html"), "<title>Map of nothing</title>");
    CommandRun damaged = CommandRun.of("serve", "--index", index, "--report", report);
    assertThat(damaged.code()).isEqualTo(65);
    assertThat(damaged.err()).contains("make the report again");
  }

  /// The smoke test of the whole: at least four of five recommendations are of the paper's topic.
  @ParameterizedTest
  @EnumSource(Mode.class)
  void recommendsPapersOfTheSameTopic(Mode mode) {
    RecommendOptions five = RecommendOptions.DEFAULT.withLimit(5).withMode(mode);
    int same = 0;
    int all = 0;
    try (PaperIndex opened = new LuceneStore(Path.of(index)).open(PaperIndex.Check.FILES)) {
      Recommender recommender =
          new Recommender(
              opened,
              () -> {
                throw new AssertionError("papers of the index need no model");
              });
      for (Paper paper : SamplePapersTest.papers()) {
        Answer answer =
            recommender.recommend(Query.of(new Example.LikePaper(paper.id().value())), five);
        for (Recommendation result : answer.results()) {
          all++;
          same += result.paper().categories().equals(paper.categories()) ? 1 : 0;
        }
      }
    }
    System.out.printf(
        Locale.ROOT, "%s: %.1f %% of the top five share the topic%n", mode, 100.0 * same / all);
    double least = mode == Mode.LEXICAL ? 0.5 : 0.8;
    assertThat(same / (double) all).isGreaterThanOrEqualTo(least);
  }

  @Test
  void answersAsJsonWhatTheApiAnswers() {
    CommandRun run =
        CommandRun.of(
            "related",
            "codd-1970-relational",
            "--index",
            index,
            "--format",
            "json",
            "--limit",
            "3");
    JsonNode answer = JsonMapper.shared().readTree(run.out());
    assertThat(answer.path("results").size()).isEqualTo(3);
    assertThat(answer.at("/query/positives/0/id").asString()).isEqualTo("codd-1970-relational");
    assertThat(answer.at("/model/name").asString()).isEqualTo("all-minilm-l6-v2");
  }

  @Test
  void findsPapersForTextsAndPhrases() {
    assertThat(
            CommandRun.of(
                    "related",
                    "--text",
                    "Clocks and the order of events in a distributed system",
                    "--index",
                    index)
                .out())
        .contains("lamport-1978-clocks");
    assertThat(CommandRun.of("search", "public", "key", "encryption", "--index", index).out())
        .contains("cryptography");
  }

  @Test
  void filters() {
    CommandRun run =
        CommandRun.of(
            "search",
            "learning",
            "--index",
            index,
            "--from",
            "2015",
            "--category",
            "reinforcement learning",
            "--limit",
            "50",
            "--format",
            "json");
    JsonNode results = JsonMapper.shared().readTree(run.out()).path("results");
    assertThat(results.size()).isPositive();
    results.forEach(
        result -> {
          assertThat(result.at("/categories/0").asString()).isEqualTo("reinforcement learning");
          assertThat(result.path("date").asString()).isGreaterThanOrEqualTo("2015");
        });
  }

  @Test
  void suggestsIdsForAnUnknownOneWith66() {
    CommandRun run = CommandRun.of("related", "lamport-1978-clock", "--index", index);
    assertThat(run.code()).isEqualTo(66);
    assertThat(run.err()).contains("lamport-1978-clock\"", "did you mean lamport-1978-clocks");
  }

  @Test
  void beginsNoBuildWithAModelThatIsNotThere() throws IOException {
    Path model = Files.createDirectory(folder.resolve("absent"));
    Files.copy(Path.of("models/bge-small-en-v1.5/model.json"), model.resolve("model.json"));
    CommandRun run = CommandRun.of("index", "--index", index, "--model", model.toString());
    assertThat(run.code()).isEqualTo(66);
    assertThat(run.err().lines().toList()).hasSize(1);
    assertThat(run.err()).contains("bge-small-en-v1.5");
    try (Stream<Path> builds = Files.list(Path.of(index, "builds"))) {
      assertThat(builds.filter(Files::isDirectory)).hasSize(1);
    }
    try (PaperIndex opened = new LuceneStore(Path.of(index)).open(PaperIndex.Check.FILES);
        IndexSnapshot snapshot = opened.snapshot()) {
      assertThat(snapshot.info().papers()).isEqualTo(240);
    }
  }

  @Test
  void refusesAPortInUseWith69() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CommandRun run =
          CommandRun.of(
              "serve", "--index", index, "--port", Integer.toString(socket.getLocalPort()));
      assertThat(run.code()).isEqualTo(69);
      assertThat(run.err()).contains(Integer.toString(socket.getLocalPort()));
    }
  }

  @Test
  void refusesAGpuThatIsNotThereWith69() {
    CommandRun run =
        CommandRun.of("related", "--text", "trees", "--index", index, "--device", "gpu");
    assertThat(run.code()).isEqualTo(69);
    assertThat(run.err().lines().toList()).hasSize(1);
    assertThat(run.err()).contains("CUDA", "-Pgpu");
  }

  @Test
  void saysWhatTheIndexHoldsAndHowWellItsGraphFinds() {
    CommandRun run = CommandRun.of("info", "--recall", "--index", index, "--format", "json");
    JsonNode info = JsonMapper.shared().readTree(run.out());
    assertThat(info.at("/index/papers").asInt()).isEqualTo(240);
    assertThat(info.path("recall").size()).isEqualTo(4);
    info.path("recall")
        .forEach(at -> assertThat(at.path("recallAt10").asDouble()).isGreaterThan(0.99));
    assertThat(CommandRun.of("info", "--index", index).out()).contains("240", "all-minilm-l6-v2");
  }

  @Test
  void namesTheIndexThatIsBeingWrittenToWith75() {
    try (PaperIndexWriter other =
        new LuceneStore(Path.of(index))
            .writer(Models.of(ModelFolder.open(Path.of("models/all-minilm-l6-v2"))).spaces())) {
      CommandRun run = CommandRun.of("demo", "--no-serve", "--index", index);
      assertThat(other.build()).isNotBlank();
      assertThat(run.code()).isEqualTo(75);
      assertThat(run.err()).contains("write.lock");
    }
  }
}
