package dev.akin.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.embed.Embedders;
import dev.akin.embed.Folders;
import dev.akin.embed.TextEmbeddings;
import dev.akin.embed.TinyModel;
import dev.akin.embed.model.EmbedOptions;
import dev.akin.embed.model.Models;
import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.PaperIndex;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.index.store.TextKey;
import dev.akin.paper.Paper;
import dev.akin.recommend.Recommender;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// R20: a model that gives numbers that are none, for texts with a word that it does not know.
class TextWithoutDirectionIT {
  @Test
  void isToldSoAndGetsNoHits(@TempDir Path folder) throws IOException {
    Models models =
        Models.of(
            Folders.tiny(
                folder.resolve("tiny"),
                TinyModel.giving(TinyModel.Output.NAN_WHERE_UNKNOWN),
                card -> {}));
    try (Embedders embedders = Embedders.open(models, EmbedOptions.onAllCores())) {
      write(folder.resolve("index"), models, embedders);
      try (PaperIndex index =
              new LuceneStore(folder.resolve("index")).open(PaperIndex.Check.FILES);
          AkinServer server =
              AkinServer.start(
                  index,
                  new Recommender(index, () -> embedders),
                  new TestModels(() -> true),
                  ServeOptions.at("127.0.0.1", 0, "test").withLimits(TestModels.LIMITS));
          Wire wire = Wire.to(server.port())) {
        for (String path :
            List.of(
                "/v1/related?text=a+unheard",
                "/v1/related?text=a+unheard&explain=true",
                "/v1/related?text=a+unheard&mode=semantic&strategy=best",
                "/v1/search?q=unheard+a")) {
          Wire.Answer answer = wire.ask(Wire.get(path));
          assertThat(answer.status()).as(path).isEqualTo(422);
          assertThat(answer.body())
              .contains("the model gives the text no direction")
              .doesNotContain("results");
        }
        assertThat(wire.ask(Wire.get("/v1/related?text=a+c")).status()).isEqualTo(200);
      }
    }
  }

  private static void write(Path directory, Models models, Embedders embedders) {
    try (PaperIndexWriter writer = new LuceneStore(directory).writer(models.spaces())) {
      for (String title : List.of("a b", "b c")) {
        Paper paper = Paper.of(title.replace(' ', '-'), title, "");
        TextKey key = TextKey.of(title);
        TextEmbeddings text = embedders.embed(List.of(models.document(paper))).getFirst();
        writer.addText(key, Objects.requireNonNull(text.vectors()));
        writer.upsert(paper, key);
      }
      writer.commit();
    }
  }
}
