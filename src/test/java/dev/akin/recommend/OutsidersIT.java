package dev.akin.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.akin.embed.Embedders;
import dev.akin.embed.model.EmbedOptions;
import dev.akin.embed.model.ModelFolder;
import dev.akin.embed.model.Models;
import dev.akin.index.PaperIndex;
import dev.akin.paper.Paper;
import dev.akin.recommend.query.Example;
import dev.akin.recommend.query.Query;
import dev.akin.recommend.query.RecommendOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Recipes, leases and weather reports, asked as texts against an index of papers: an empty box
/// beats a bad one. The papers themselves get an answer.
class OutsidersIT {
  private static final List<Paper> OUTSIDERS =
      SampleIndex.read(Path.of("src/test/resources/dev/akin/cli/outsiders.jsonl"), 100);

  @TempDir Path folder;

  @Test
  void getNothingFromTheSamplePapersWhichEachGetSomething() {
    try (Embedders embedders = embedders("all-minilm-l6-v2")) {
      List<Paper> papers = SampleIndex.read(SampleIndex.PAPERS, 240);
      SampleIndex.write(folder, embedders, papers);
      check(embedders, papers);
      try (PaperIndex index = PaperIndex.open(folder, PaperIndex.Check.NOTHING)) {
        Query phrase = Query.of(new Example.ForPhrase("leek and potato soup"));
        Answer answer =
            new Recommender(index, () -> embedders).recommend(phrase, RecommendOptions.DEFAULT);
        // Whoever searches for a phrase gets what is nearest: a phrase has no default floor.
        assertThat(answer.results()).hasSize(10);
        assertThat(answer.belowFloor()).isZero();
      }
    }
  }

  @Test
  void getNothingFromPapersOnComputationalLinguistics() {
    String data = System.getenv().getOrDefault("AKIN_DATA", "../shared/data");
    Path papers = Path.of(data, "acl-abstracts.jsonl.gz");
    String reason = "skipped: " + papers + " is not here; say where it is in $AKIN_DATA";
    assumeTrue(Files.exists(papers), reason);
    try (Embedders embedders = embedders("all-minilm-l6-v2")) {
      SampleIndex.write(folder, embedders, SampleIndex.read(papers, 200));
      check(embedders, List.of());
    }
  }

  private static Embedders embedders(String model) {
    return Embedders.open(
        Models.of(ModelFolder.open(Path.of("models", model))), EmbedOptions.onAllCores());
  }

  private void check(Embedders embedders, List<Paper> papers) {
    try (PaperIndex index = PaperIndex.open(folder, PaperIndex.Check.NOTHING)) {
      Recommender recommender = new Recommender(index, () -> embedders);
      assertThat(OUTSIDERS).hasSize(14);
      for (Paper outsider : OUTSIDERS) {
        Query query =
            Query.of(new Example.LikeText(outsider.title() + ". " + outsider.abstractText()));
        Answer answer = recommender.recommend(query, RecommendOptions.DEFAULT);
        assertThat(answer.results()).as(outsider.title()).isEmpty();
        assertThat(answer.belowFloor()).isPositive();
      }
      for (Paper paper : papers) {
        Query query = Query.of(new Example.LikePaper(paper.id().value()));
        assertThat(recommender.recommend(query, RecommendOptions.DEFAULT).results())
            .as(paper.title())
            .isNotEmpty();
      }
    }
  }
}
