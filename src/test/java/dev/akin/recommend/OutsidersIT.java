package dev.akin.recommend;

import dev.akin.index.store.Stores;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.akin.embed.Embedders;
import dev.akin.embed.model.EmbedOptions;
import dev.akin.embed.model.ModelFolder;
import dev.akin.embed.model.Models;
import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.PaperIndex;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.recommend.query.Example;
import dev.akin.recommend.query.Query;
import dev.akin.recommend.query.RecommendOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Recipes, leases and weather reports, asked as texts against an index of papers: an empty box
/// beats a bad one. So do phrases of that kind, and rows of letters. The papers themselves get an
/// answer, and so do the phrases in them.
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
      try (PaperIndex index = Stores.at(folder).open(PaperIndex.Check.NOTHING)) {
        Recommender recommender = new Recommender(index, () -> embedders);
        for (String phrase :
            List.of("leek and potato soup", "qqqqzzzz", "asdf jkl", "lease of a flat")) {
          Query query = Query.of(new Example.ForPhrase(phrase));
          Answer answer = recommender.recommend(query, RecommendOptions.DEFAULT);
          assertThat(answer.results()).as(phrase).isEmpty();
          assertThat(answer.belowFloor()).isPositive();
        }
        // A part of a title is found, however far it is from the whole text; also among the news.
        for (Paper paper : papers) {
          String[] words = paper.title().split(" ", -1);
          int from = Math.max(0, words.length - 2); // titles do not end with stop words
          String part = String.join(" ", Arrays.copyOfRange(words, from, words.length));
          Query query = Query.of(new Example.ForPhrase(part));
          assertThat(ids(recommender.recommend(query, RecommendOptions.DEFAULT.withLimit(200))))
              .as(part)
              .contains(paper.id());
          assertThat(ids(recommender.recommend(query, RecommendOptions.DEFAULT.forNews())))
              .as(part)
              .contains(paper.id());
        }
      }
    }
  }

  private static List<PaperId> ids(Answer answer) {
    return answer.results().stream()
        .flatMap(
            result -> Stream.concat(Stream.of(result.paper().id()), result.versions().stream()))
        .toList();
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
    try (PaperIndex index = Stores.at(folder).open(PaperIndex.Check.NOTHING)) {
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
