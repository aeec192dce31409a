package dev.akin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.embed.model.ModelFolder;
import dev.akin.embed.model.Models;
import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.index.store.TextKey;
import dev.akin.job.TextKeys;
import dev.akin.paper.Paper;
import dev.akin.vector.Embedding;
import dev.akin.vector.Space;
import dev.akin.vector.TextVectors;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `akin verify`, `snapshot`, `restore` and `export`, with vectors that no model has made.
class IndexCareTest {
  private static final Space OTHER = Space.of("other", 2, Map.of("weights", "none"));

  private final Path folder;
  private final Path index;

  IndexCareTest(@TempDir Path folder) {
    this.folder = folder;
    this.index = folder.resolve("index");
  }

  /// Papers as the model of a folder would read them.
  private void indexByCard() {
    ModelFolder model = ModelFolder.open(Path.of("models/all-minilm-l6-v2"));
    try (PaperIndexWriter writer = new LuceneStore(index).writer(List.of(model.space()))) {
      for (String title : List.of("Graphs", "Trees", "Forests")) {
        Paper paper = Paper.of(title.toLowerCase(Locale.ROOT), title, "About " + title);
        TextKey key = Objects.requireNonNull(new TextKeys(Models.of(model)).keyOf(paper));
        add(writer, paper, key, model.space());
      }
      writer.commit();
    }
  }

  private void indexByAnotherModel() {
    try (PaperIndexWriter writer = new LuceneStore(index).writer(List.of(OTHER))) {
      add(writer, Paper.of("a", "A", ""), TextKey.of("A"), OTHER);
      add(writer, Paper.of("b", "B", ""), TextKey.of("B"), OTHER);
      writer.commit();
    }
  }

  private static void add(PaperIndexWriter writer, Paper paper, TextKey key, Space space) {
    float[] values = new float[space.dimension()];
    values[0] = 3;
    values[1] = paper.title().length();
    writer.addText(key, TextVectors.of(Embedding.normalize(space, values)));
    writer.upsert(paper, key);
  }

  private CommandRun run(String... arguments) {
    String[] all =
        Stream.concat(Stream.of(arguments), Stream.of("--index", index.toString()))
            .toArray(String[]::new);
    return CommandRun.of(all);
  }

  private Path file(String ending) throws IOException {
    try (Stream<Path> files = Files.walk(index)) {
      return files.filter(file -> file.toString().endsWith(ending)).findFirst().orElseThrow();
    }
  }

  private static void flip(Path file) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.seek(bytes.length() / 2);
      int old = bytes.read();
      bytes.seek(bytes.length() / 2);
      bytes.write(old ^ 1);
    }
  }

  @Test
  void verifyEndsWith0WhereAllIsWhole() {
    indexByCard();
    CommandRun run = run("verify");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains(
            "commit 2", "papers, each with its text", "recall@10 1.0000", "The index is whole.")
        .doesNotContain("not checked");
    CommandRun json = run("verify", "--format", "json", "--sample", "0");
    assertThat(json.out()).startsWith("{\"whole\":true,\"build\":").doesNotContain("recall");
  }

  @Test
  void verifySaysWhatItCouldNotLookAt() {
    indexByAnotherModel();
    CommandRun run = run("verify");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("not checked: the models of the index are not here (see --models)");
    assertThat(run("verify", "--models", folder.resolve("none").toString()).code()).isZero();
  }

  @Test
  void verifyEndsWith1AndNamesTheFile() throws IOException {
    indexByCard();
    Path file = file(".cfs");
    flip(file);
    CommandRun run = run("verify");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains(file + ": damaged: ", "The index is not whole.");
    assertThat(run("verify", "--format", "json").out())
        .contains("\"whole\":false", file.getFileName().toString());
  }

  @Test
  void allFourEndWith66WhereThereIsNothing() {
    Path none = folder.resolve("none");
    assertThat(run("verify").code()).isEqualTo(66);
    assertThat(run("snapshot", none.toString()).code()).isEqualTo(66);
    assertThat(run("export", "--out", none.toString()).code()).isEqualTo(66);
    CommandRun restore = run("restore", none.toString());
    assertThat(restore.code()).isEqualTo(66);
    assertThat(restore.err()).contains("manifest.json", "akin snapshot");
    assertThat(none).doesNotExist();
    assertThat(index).doesNotExist();
  }

  @Test
  void whatASnapshotKeepsIsPutBack() {
    indexByAnotherModel();
    String target = folder.resolve("kept").toString();
    CommandRun taken = run("snapshot", target);
    assertThat(taken.err()).isEmpty();
    assertThat(taken.code()).isZero();
    assertThat(taken.out()).contains(target, "2 papers, build ", "commit 2", "MB/s", "linked");
    CommandRun again = run("snapshot", target);
    assertThat(again.code()).isEqualTo(73);
    assertThat(again.err()).contains(target);
    assertThat(run("snapshot", target + "2", "--copy", "--format", "json").out())
        .contains("\"papers\":2", "\"linked\":false");
    CommandRun refused = run("restore", target);
    assertThat(refused.code()).isEqualTo(73);
    assertThat(refused.err()).contains("--force");
    CommandRun restored = run("restore", target, "--force");
    assertThat(restored.code()).isZero();
    assertThat(restored.out()).contains("2 papers", "commit 3");
    assertThat(run("verify").code()).isZero();
  }

  @Test
  void aSnapshotThatIsNotWholeIsRefusedWith74() throws IOException {
    indexByAnotherModel();
    Path target = folder.resolve("kept");
    run("snapshot", target.toString(), "--copy");
    Path file;
    try (Stream<Path> files = Files.list(target.resolve("files"))) {
      file = files.filter(each -> each.toString().endsWith(".cfs")).findFirst().orElseThrow();
    }
    flip(file);
    CommandRun damaged = run("restore", target.toString(), "--force");
    assertThat(damaged.code()).isEqualTo(74);
    assertThat(damaged.err()).contains(file.toString(), "SHA-256");
    Files.delete(file);
    CommandRun missing = run("restore", target.toString(), "--force");
    assertThat(missing.code()).isEqualTo(74);
    assertThat(missing.err()).contains(file + ": missing");
    assertThat(run("verify").code()).isZero();
  }

  @Test
  void exportsVectors() throws IOException {
    indexByAnotherModel();
    Path out = folder.resolve("out");
    CommandRun npy = run("export", "--out", out.toString());
    assertThat(npy.code()).isZero();
    assertThat(npy.out()).contains("2 vectors of other, 2 dimensions, in vectors.npy and ids.npy");
    assertThat(out.resolve("export.json")).content().contains("\"papers\" : 2");
    CommandRun again = run("export", "--out", out.toString(), "--format", "parquet");
    assertThat(again.code()).isEqualTo(73);
    assertThat(again.err()).contains(out + " already contains an export", "--force");
    assertThat(run("export", "--out", out.toString(), "--format", "parquet", "--force").code())
        .isZero();
    assertThat(out.resolve("vectors.parquet")).exists();
    assertThat(out.resolve("vectors.npy")).doesNotExist();
    Path mine = Files.writeString(out.resolve("thesis.txt"), "mine");
    assertThat(run("export", "--out", out.toString(), "--force").code()).isEqualTo(73);
    assertThat(mine).hasContent("mine");
    CommandRun lines = run("export", "--out", "-", "--format", "jsonl");
    assertThat(lines.out().lines()).hasSize(2).first().asString().startsWith("{\"id\":\"a\",");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactlyInAnyOrder(index, out);
    }
  }

  @Test
  void exportsPapers() throws IOException {
    indexByAnotherModel();
    Path out = folder.resolve("out");
    CommandRun lines = run("export", "--records", "--out", out.toString());
    assertThat(lines.out()).contains("2 papers in papers.jsonl");
    assertThat(run("export", "--records", "--out", out.toString()).code()).isEqualTo(73);
    CommandRun standard = run("export", "--records", "--out", "-");
    assertThat(standard.out()).isEqualTo(Files.readString(out.resolve("papers.jsonl")));
    assertThat(standard.out().lines()).hasSize(2).first().asString().startsWith("{\"id\":\"a\",");
    String[] csl = {"export", "--records", "--out", out.toString(), "--as", "csl-json", "--force"};
    assertThat(run(csl).code()).isZero();
    assertThat(out.resolve("papers.json")).content().startsWith("[\n{\"id\":\"a\",\"type\":");
    assertThat(out.resolve("papers.jsonl")).doesNotExist();
  }

  @Test
  void exportRefusesWhatThereIsNotWith64() {
    indexByAnotherModel();
    String out = folder.resolve("out").toString();
    CommandRun model = run("export", "--out", out, "--model", "gpt");
    assertThat(model.code()).isEqualTo(64);
    assertThat(model.err()).contains("\"gpt\"", "other");
    assertThat(run("export", "--out", out, "--format", "csv").code()).isEqualTo(64);
    assertThat(run("export", "--out", "-").code()).isEqualTo(64);
    assertThat(folder.resolve("out")).doesNotExist();
  }
}
