package dev.akin.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.embed.Embedders;
import dev.akin.embed.model.EmbedOptions;
import dev.akin.embed.model.ModelFolder;
import dev.akin.embed.model.Models;
import dev.akin.exchange.LoadedVectors;
import dev.akin.exchange.Shard;
import dev.akin.exchange.VectorFolder;
import dev.akin.exchange.VectorOrigin;
import dev.akin.exchange.VectorParts;
import dev.akin.index.store.TextKey;
import dev.akin.job.ShardEmbedding;
import dev.akin.job.TextKeys;
import dev.akin.paper.Paper;
import dev.akin.read.PaperOrigin;
import dev.akin.vector.TextVectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `scripts/spark` on two workers of this machine, beside the same job in one process.
class SparkEmbedIT {
  private static final int PAPERS = 60;
  private static final Models MODELS =
      Models.of(ModelFolder.open(Path.of("models/all-minilm-l6-v2")));

  private final Path folder;
  private final Path input;

  SparkEmbedIT(@TempDir Path folder) throws IOException {
    this.folder = folder;
    input = Files.createDirectory(folder.resolve("input"));
    List<Paper> papers = papers();
    Files.write(
        input.resolve("1.jsonl"), papers.subList(0, 25).stream().map(SparkEmbedIT::line).toList());
    List<String> rest =
        new ArrayList<>(papers.subList(25, PAPERS).stream().map(SparkEmbedIT::line).toList());
    rest.add("{\"id\":");
    rest.add(line(Paper.of("last", papers.getFirst().title(), papers.getFirst().abstractText())));
    Files.write(input.resolve("2.jsonl"), rest);
  }

  private static List<Paper> papers() {
    return IntStream.range(0, PAPERS)
        .mapToObj(i -> Paper.of("p" + i, "Paper " + i, "About the number " + i + ". ".repeat(i)))
        .toList();
  }

  private static String line(Paper paper) {
    return JsonMapper.shared()
        .createObjectNode()
        .put("id", paper.id().value())
        .put("title", paper.title())
        .put("abstract", paper.abstractText())
        .toString();
  }

  @Test
  void aClusterWritesWhatOneProcessDoesAndGoesOn() throws Exception {
    JsonNode done = embedOnCluster();
    assertThat(done.get("read").intValue()).isEqualTo(PAPERS + 2);
    assertThat(done.get("embedded").intValue()).isEqualTo(PAPERS);
    assertThat(done.get("sharedText").intValue()).isEqualTo(1);
    assertThat(done.get("refused").intValue()).isEqualTo(1);
    embedHere();
    assertSame(folder.resolve("cluster"), folder.resolve("here"));

    JsonNode again = embedOnCluster();
    assertThat(again.get("embedded").intValue()).isZero();
    assertThat(again.get("finished").intValue()).isEqualTo(PAPERS + 1);
  }

  private JsonNode embedOnCluster() throws Exception {
    Path out = folder.resolve("out.json");
    Path err = folder.resolve("err.txt");
    int code =
        new ProcessBuilder(
                "scripts/spark",
                input.toString(),
                "--out",
                folder.resolve("cluster").toString(),
                "--shards",
                "3",
                "--format",
                "json")
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start()
            .waitFor();
    assertThat(code).as(Files.readString(err)).isZero();
    assertThat(Files.readString(err)).contains("2.jsonl:36: ");
    return JsonMapper.shared().readTree(Files.readString(out));
  }

  private void embedHere() {
    VectorOrigin origin = VectorOrigin.of(MODELS.spaces().getFirst());
    try (Embedders embedders = Embedders.open(MODELS, EmbedOptions.onAllCores());
        VectorParts parts = VectorParts.open(folder.resolve("here"), Shard.ALL, origin)) {
      ShardEmbedding texts =
          new ShardEmbedding(parts, MODELS, () -> embedders, _ -> {}, () -> false);
      papers().forEach(paper -> texts.add(paper, new PaperOrigin("here", 1, 0)));
      assertThat(texts.finish().embedded()).isEqualTo(PAPERS);
    }
  }

  private void assertSame(Path one, Path other) {
    try (LoadedVectors a = load(one);
        LoadedVectors b = load(other)) {
      assertThat(a.size()).isEqualTo(b.size()).isEqualTo(PAPERS);
      for (Paper paper : papers()) {
        TextKey key = Objects.requireNonNull(new TextKeys(MODELS).keyOf(paper));
        TextVectors first = Objects.requireNonNull(a.find(key.value(), ""));
        TextVectors second = Objects.requireNonNull(b.find(key.value(), ""));
        assertThat(first.embeddings().getFirst().toArray())
            .as("%s", paper.id())
            .isEqualTo(second.embeddings().getFirst().toArray());
        assertThat(first.sentences().toBytes()).isEqualTo(second.sentences().toBytes());
      }
    }
  }

  private LoadedVectors load(Path from) {
    return LoadedVectors.load(
        VectorFolder.open(from), MODELS.spaces().getFirst(), folder.resolve("spool"));
  }
}
