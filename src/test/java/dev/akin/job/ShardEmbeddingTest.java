package dev.akin.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.embed.Embedders;
import dev.akin.embed.Folders;
import dev.akin.embed.TinyModel;
import dev.akin.embed.model.EmbedOptions;
import dev.akin.embed.model.Models;
import dev.akin.exchange.Shard;
import dev.akin.exchange.VectorOrigin;
import dev.akin.exchange.VectorParts;
import dev.akin.job.progress.EmbedSummary;
import dev.akin.paper.Paper;
import dev.akin.read.PaperOrigin;
import dev.akin.read.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShardEmbeddingTest {
  private static final int PAPERS = 400;

  private final Path folder;
  private final Models models;
  private final Embedders embedders;
  private final List<Problem> problems = new ArrayList<>();
  private final AtomicBoolean stopped = new AtomicBoolean();

  ShardEmbeddingTest(@TempDir Path folder) {
    this.folder = folder;
    models =
        Models.of(
            Folders.tiny(
                folder.resolve("tiny"),
                TinyModel.giving(TinyModel.Output.NAN_WHERE_UNKNOWN),
                card -> card.put("name", "tiny")));
    embedders = Embedders.open(models, EmbedOptions.onAllCores());
  }

  @AfterEach
  void close() {
    embedders.close();
  }

  private static Paper paper(int i) {
    return Paper.of("p" + i, "a ".repeat(1 + i % 20) + "b ".repeat(i / 20), "");
  }

  private static PaperOrigin at(int line) {
    return new PaperOrigin("papers", line, 0);
  }

  /// Embeds papers, and stops after some of them.
  private EmbedSummary run(int stopAfter, Paper... first) {
    VectorOrigin origin = VectorOrigin.of(models.spaces().getFirst());
    try (VectorParts parts = VectorParts.open(folder.resolve("out"), Shard.ALL, origin)) {
      ShardEmbedding texts =
          new ShardEmbedding(parts, models, () -> embedders, problems::add, stopped::get);
      for (Paper paper : first) {
        texts.add(paper, at(0));
      }
      IntStream.range(0, PAPERS)
          .forEach(
              i -> {
                if (i == stopAfter) {
                  stopped.set(true);
                }
                texts.add(paper(i), at(i + 1));
              });
      return texts.finish();
    }
  }

  @Test
  void keepsWhatIsDoneWhenItIsStopped() {
    EmbedSummary first = run(200);
    // The windows have 32, 64 and 128 papers; the first two are done when the third is full.
    assertThat(first.embedded()).isBetween(32L, 200L);
    assertThat(first.read()).isEqualTo(first.embedded());
    stopped.set(false);
    EmbedSummary second = run(PAPERS);
    assertThat(second.finished()).isEqualTo(first.embedded());
    assertThat(second.embedded()).isEqualTo(PAPERS - first.embedded());
    assertThat(second.read()).isEqualTo(PAPERS);
  }

  @Test
  void namesPapersThatTheModelGivesNoDirection() {
    EmbedSummary done = run(PAPERS, Paper.of("odd", "a z", ""));
    assertThat(done.refused()).isEqualTo(1);
    assertThat(done.read()).isEqualTo(PAPERS + 1);
    assertThat(problems).singleElement().hasToString("papers:0: the model gives it no direction");
  }
}
