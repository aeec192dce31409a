package dev.akin.serve;

import static dev.akin.serve.TestService.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.paper.PaperId;
import dev.akin.recommend.Recommender;
import dev.akin.recommend.query.RecommendOptions;
import dev.akin.write.json.AnswerJson;
import dev.akin.write.related.RelatedLists;
import dev.akin.write.text.PaperFields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The files of `akin related --all` beside the answers of a service over the same index.
class RelatedFilesIT {
  @TempDir Path folder;

  @Test
  void areWhatTheServiceAnswersForEveryPaper() throws IOException {
    Path index = folder.resolve("index");
    try (TestService service = TestService.start(index)) {
      try (PaperIndex opened = new LuceneStore(index).open(PaperIndex.Check.NOTHING);
          IndexSnapshot snapshot = opened.snapshot()) {
        Recommender recommender =
            new Recommender(
                opened,
                () -> {
                  throw new AssertionError("no model is needed");
                });
        PaperFields fields = PaperFields.of(List.of("title", "score", "cosine", "versions"));
        RelatedLists.Form form =
            new RelatedLists.Form("some", answer -> AnswerJson.of(answer, fields));
        RelatedLists.Summary summary =
            new RelatedLists(snapshot, recommender, RecommendOptions.DEFAULT, form)
                .write(folder.resolve("out"), 2, _ -> {});
        assertThat(summary.papers()).isGreaterThan(3);
      }
      List<Path> lists;
      try (var files = Files.walk(folder.resolve("out/lists"))) {
        lists = files.filter(Files::isRegularFile).toList();
      }
      assertThat(lists).isNotEmpty();
      for (Path list : lists) {
        JsonNode written = JsonMapper.shared().readTree(Files.readString(list));
        PaperId id = new PaperId(written.at("/query/positives/0/id").asString());
        var answer =
            service.get("/v1/papers/" + id + "/related?fields=title,score,cosine,versions");
        // A paper without text is an error there; here it has an empty list.
        if (answer.statusCode() == 422) {
          assertThat(written.path("results")).isEmpty();
        } else {
          assertThat(json(answer)).as(id.value()).isEqualTo(written);
        }
      }
    }
  }
}
