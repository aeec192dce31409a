package dev.akin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.base.Sha256;
import dev.akin.cli.help.ExitCode;
import dev.akin.embed.Folders;
import dev.akin.embed.TinyModel;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `akin embed`, and the index that `akin index --vectors` makes of its files or of others.
class EmbedCommandTest {
  private static final int PAPERS = 700;

  private final Path folder;
  private final Path papers;
  private final Path out;
  private final Path index;

  EmbedCommandTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    out = folder.resolve("out");
    index = folder.resolve("index");
    papers = folder.resolve("papers.jsonl");
    Files.write(papers, IntStream.range(0, PAPERS).mapToObj(EmbedCommandTest::line).toList());
    Folders.tiny(
        folder.resolve("models/tiny"),
        TinyModel.giving(TinyModel.Output.STATES),
        card -> card.put("name", "tiny"));
  }

  private static String line(int i) {
    return "{\"id\":\"p%d\",\"title\":\"%s\",\"abstract\":\"%s\"}"
        .formatted(i, "a ".repeat(1 + i % 13) + "x" + i, "b c. ".repeat(1 + i % 7));
  }

  private static CommandRun run(String... command) {
    return CommandRun.of(command);
  }

  private CommandRun with(Path models, String... command) {
    return run(
        Stream.concat(Stream.of(command), Stream.of("--models", models.toString()))
            .toArray(String[]::new));
  }

  private CommandRun embed(String... options) {
    return with(
        folder.resolve("models"),
        Stream.concat(
                Stream.of("embed", papers.toString(), "--model", "tiny", "--out", out.toString()),
                Stream.of(options))
            .toArray(String[]::new));
  }

  private CommandRun index(String... options) {
    return with(
        folder.resolve("models"),
        Stream.concat(
                Stream.of("index", papers.toString(), "--index", index.toString()),
                Stream.of(options))
            .toArray(String[]::new));
  }

  private static JsonNode json(CommandRun run) {
    assertThat(run.code()).as(run.err()).isZero();
    return JsonMapper.shared().readTree(run.out());
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(out)) {
      return files.filter(file -> !file.getFileName().toString().startsWith(".")).sorted().toList();
    }
  }

  /// What the index exports: ids and vectors.
  private List<String> exported(Path from, String name) throws IOException {
    Path to = folder.resolve(name);
    assertThat(
            run("export", "--index", from.toString(), "--out", to.toString(), "--as", "npy").code())
        .isZero();
    return List.of(Sha256.hex(to.resolve("ids.npy")), Sha256.hex(to.resolve("vectors.npy")));
  }

  @Test
  void shardsTogetherMakeTheSameIndexAsEmbedding() throws IOException {
    long embedded = 0;
    for (int shard = 1; shard <= 3; shard++) {
      JsonNode done = json(embed("--shard", shard + "/3", "--format", "json"));
      embedded += done.get("embedded").longValue();
      assertThat(done.get("otherShards").longValue() + done.get("embedded").longValue())
          .isEqualTo(PAPERS);
    }
    assertThat(embedded).isEqualTo(PAPERS);
    JsonNode done = json(index("--vectors", out.toString(), "--format", "json"));
    assertThat(done.get("indexed").longValue()).isEqualTo(PAPERS);
    assertThat(done.get("tokens").longValue()).isZero();
    assertThat(done.get("withoutVector").longValue()).isZero();
    assertThat(done.get("withoutPaper").longValue()).isZero();

    Path usual = folder.resolve("usual");
    assertThat(
            with(
                    folder.resolve("models"),
                    "index",
                    papers.toString(),
                    "--model",
                    "tiny",
                    "--index",
                    usual.toString())
                .code())
        .isZero();
    assertThat(exported(index, "a")).isEqualTo(exported(usual, "b"));
    assertThat(with(folder.resolve("models"), "verify", "--index", index.toString()).code())
        .isZero();
  }

  @Test
  void embedsEachTextOnceAndCountsEveryRecord() throws IOException {
    Files.writeString(
        papers,
        """
        {"id":"1","title":"a b"}
        {"id":"2","title":"a b"}
        {"id":"3","title":""}
        {"id":
        {"id":"4","title":"c"}
        """);
    CommandRun first = embed("--max-errors", "1");
    assertThat(first.code()).as(first.err()).isZero();
    assertThat(first.out())
        .contains(
            "5 read = 2 embedded + 0 finished before + 1 with the text of another paper + 0 in other"
                + " shards + 1 without text + 1 skipped");
    assertThat(first.err()).contains("papers.jsonl:4: ");
    assertThat(embed("--max-errors", "1").out())
        .contains("5 read = 0 embedded + 3 finished before");
    assertThat(embed("--max-errors", "0").code()).isEqualTo(ExitCode.BAD_INPUT.code());
  }

  @Test
  void goesOnAfterTheLastFinishedFile() throws IOException {
    assertThat(embed().code()).isZero();
    List<Path> all = files();
    // 256, 512 and so on are finished after a window of at most 256.
    assertThat(all).hasSize(2);
    Files.delete(all.getLast());
    Path left = out.resolve("." + all.getLast().getFileName() + ".part");
    Files.writeString(left, "half of a file, which a kill left");

    JsonNode done = json(embed("--format", "json"));
    assertThat(done.get("finished").longValue()).isBetween(256L, 511L);
    assertThat(done.get("finished").longValue() + done.get("embedded").longValue())
        .isEqualTo(PAPERS);
    assertThat(files()).isEqualTo(all);
    assertThat(left).doesNotExist();
    JsonNode indexed = json(index("--vectors", out.toString(), "--format", "json"));
    assertThat(indexed.get("withoutVector").longValue()).isZero();
  }

  @Test
  void leavesNothingToDoTwice() throws IOException {
    embed();
    List<Path> before = files();
    assertThat(json(embed("--format", "json")).get("finished").longValue()).isEqualTo(PAPERS);
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void refusesAFolderOfAnotherModelOrOfSomethingElse() throws IOException {
    embed();
    Folders.tiny(
        folder.resolve("models/other"),
        TinyModel.giving(TinyModel.Output.STATES),
        card -> card.put("name", "other").put("maxTokens", 100));
    CommandRun other = embed("--model", "other");
    assertThat(other.code()).isEqualTo(ExitCode.USAGE.code()); // --model twice
    CommandRun run =
        with(
            folder.resolve("models"),
            "embed",
            papers.toString(),
            "--model",
            "other",
            "--out",
            out.toString());
    assertThat(run.code()).isEqualTo(ExitCode.CONFIGURATION.code());
    assertThat(run.err()).contains("its vectors are of tiny (", "not of other (");
    Files.writeString(out.resolve("x.parquet"), "something else");
    assertThat(embed().err()).contains("x.parquet: not a whole Parquet file");
  }

  @Test
  void onlyOneProcessEmbedsAShard() throws IOException {
    Files.createDirectories(out);
    try (FileChannel held =
            FileChannel.open(
                out.resolve(".part-1-of-1.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        var _ = held.lock()) {
      CommandRun run = embed();
      assertThat(run.code()).isEqualTo(ExitCode.TRY_LATER.code());
      assertThat(run.err()).contains("another akin is embedding shard 1/1");
    }
  }

  @ParameterizedTest
  @CsvSource({"0/3", "4/3", "x"})
  void refusesAShardThatThereIsNot(String shard) {
    assertThat(embed("--shard", shard).code()).isEqualTo(ExitCode.USAGE.code());
  }

  @Test
  void namesVectorsWithoutPapersAndPapersWithoutVectors() throws IOException {
    embed();
    List<String> lines = new ArrayList<>(Files.readAllLines(papers));
    lines.set(5, line(5).replace("b c.", "c c."));
    lines.add("{\"id\":\"new\",\"title\":\"b b c\"}");
    lines.removeFirst();
    Files.write(papers, lines);

    Path refused = folder.resolve("refused.jsonl");
    JsonNode done =
        json(
            index(
                "--vectors", out.toString(), "--format", "json", "--refused", refused.toString()));
    assertThat(done.get("indexed").longValue()).isEqualTo(PAPERS);
    assertThat(done.get("withoutVector").longValue()).isEqualTo(2);
    assertThat(done.get("withoutPaper").longValue()).isEqualTo(2);
    assertThat(Files.readString(refused))
        .contains("no vector for new; embedded", "no vector for p5; embedded")
        .contains("no paper of the input has this vector, of p0")
        .contains("no paper of the input has this vector, of p5");

    JsonNode again = json(index("--vectors", out.toString(), "--format", "json"));
    assertThat(again.get("unchanged").longValue()).isEqualTo(PAPERS);
    assertThat(again.get("withoutPaper").longValue()).isEqualTo(2);
  }

  @Test
  void skipsPapersWithoutAVectorIfTheModelIsNotHere() throws IOException {
    embed();
    Files.delete(folder.resolve("models/tiny/model.onnx"));
    Files.writeString(papers, line(1) + "\n{\"id\":\"new\",\"title\":\"b b c\"}\n");
    CommandRun run = index("--vectors", out.toString(), "--max-errors", "1");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("2 read = 1 indexed", "1 skipped");
    assertThat(run.err())
        .contains("papers.jsonl:2: there is no vector for its text, and the model");
  }

  @Test
  void refusesVectorsOfAnotherModelThanTheIndexHas() throws IOException {
    embed();
    Folders.tiny(
        folder.resolve("models/other"),
        TinyModel.giving(TinyModel.Output.STATES),
        card -> card.put("name", "other").put("maxTokens", 100));
    assertThat(index("--model", "other").code()).isZero();
    List<String> before = exported(index, "before");
    CommandRun run = index("--vectors", out.toString());
    assertThat(run.code()).isEqualTo(ExitCode.CONFIGURATION.code());
    assertThat(run.err()).contains("out: the vectors are of tiny (", "not of other (");
    assertThat(exported(index, "after")).isEqualTo(before);
  }

  @Test
  void aBadVectorMakesNoIndex() throws IOException {
    embed();
    Path file = files().getLast();
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 9));
    CommandRun run = index("--vectors", out.toString());
    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT.code());
    assertThat(run.err()).contains(file.getFileName() + ": not a whole Parquet file");
    assertThat(index).doesNotExist();
  }

  @Test
  void takesVectorsMadeElsewhereWithACard() throws IOException {
    Files.writeString(papers, "{\"id\":\"a\",\"title\":\"a b\"}\n{\"id\":\"b\",\"title\":\"c\"}\n");
    Path made = folder.resolve("made");
    Folders.withCard(made, card -> card.put("name", "elsewhere").put("dimension", 2));
    copyMade(made);
    JsonNode done = json(index("--vectors", made.toString(), "--format", "json"));
    assertThat(done.get("indexed").longValue()).isEqualTo(2);
    assertThat(done.get("withoutPaper").longValue()).isEqualTo(1);

    CommandRun related =
        with(
            folder.resolve("models"),
            "related",
            "a",
            "--mode",
            "semantic",
            "--floor",
            "0",
            "--index",
            index.toString(),
            "--format",
            "json");
    // (3, 4) / 5 and (0, -1)
    assertThat(json(related).at("/results/0/cosine").doubleValue()).isEqualTo(-0.8);
    CommandRun text =
        with(folder.resolve("models"), "related", "--text", "a b", "--index", index.toString());
    assertThat(text.code()).isEqualTo(ExitCode.NO_INPUT.code());
    assertThat(text.err())
        .contains("the index was made with the model \"elsewhere\", which is not here");
  }

  @Test
  void asksForTheModelOfVectorsMadeElsewhere() throws IOException {
    Path made = Files.createDirectory(folder.resolve("made"));
    copyMade(made);
    CommandRun run = index("--vectors", made.toString());
    assertThat(run.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(run.err()).contains("nothing says which model made these vectors");

    JsonNode done =
        json(index("--vectors", made.toString(), "--model", "tiny", "--format", "json"));
    assertThat(done.get("withoutVector").longValue()).isEqualTo(PAPERS); // no p… among a, b, c
  }

  @Test
  void refusesVectorsThatTheModelDoesNotMake() throws IOException {
    Path made = Files.createDirectory(folder.resolve("made"));
    copyMade(made);
    // The vectors are (3, 4) / 5, (0, -1), (1, 0); the model gives (1.5, 1), (3, 1), (2, 1),
    // scaled.
    Files.writeString(
        papers,
        """
        {"id":"a","title":"a b"}
        {"id":"b","title":"c"}
        {"id":"c","title":"b"}
        """);
    CommandRun run = index("--vectors", made.toString(), "--model", "tiny");
    assertThat(run.code()).isEqualTo(ExitCode.CONFIGURATION.code());
    // (0.943 - 0.316 + 0.894) / 3
    assertThat(run.err()).contains("not of tiny: its own vectors of the first 3 papers", "0.51");
    assertThat(index).doesNotExist();
  }

  private void copyMade(Path to) throws IOException {
    try (var in = getClass().getResourceAsStream("/dev/akin/exchange/snappy.parquet")) {
      Files.copy(Objects.requireNonNull(in), to.resolve("made.parquet"));
    }
  }

  @Test
  void loadsWhatAnIndexExports() throws IOException {
    assertThat(index("--model", "tiny").code()).isZero();
    List<String> before = exported(index, "exported");
    Path again = folder.resolve("again");
    JsonNode done =
        json(
            with(
                folder.resolve("models"),
                "index",
                papers.toString(),
                "--index",
                again.toString(),
                "--vectors",
                folder.resolve("exported").toString(),
                "--format",
                "json"));
    assertThat(done.get("tokens").longValue()).isZero();
    assertThat(exported(again, "b")).isEqualTo(before);
  }
}
