package dev.akin.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.lucene.Samples;
import dev.akin.index.store.PaperIndex;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.paper.PublicationDate;
import dev.akin.recommend.Recommender;
import dev.akin.recommend.query.Example;
import dev.akin.recommend.query.Mode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownPersonsTest {
  @TempDir Path folder;

  private static Paper paper(String id, String author) {
    return new Paper(
        new PaperId(id),
        "Title of " + id,
        "",
        List.of(author),
        PublicationDate.ofYear(2020),
        List.of(),
        null,
        null);
  }

  /// Only Ada Roe has three papers. Bea Roe has the same family name, A. Roe also the initial.
  @Test
  void typesNamesInFourSpellings() {
    Samples.change(
        folder,
        writer -> {
          for (String id : List.of("1", "2", "3")) {
            writer.upsert(paper(id, "Ada Roe"), null);
          }
          writer.upsert(paper("4", "Bea Roe"), null);
          writer.upsert(paper("5", "A. Roe"), null);
          writer.commit();
        });
    try (PaperIndex index = new LuceneStore(folder).open(PaperIndex.Check.FILES)) {
      List<Task> tasks = KnownPersons.of(index, 10, 1, folder);
      assertThat(tasks)
          .extracting(task -> task.queries().getFirst().example())
          .containsExactly(
              new Example.ForPhrase("Ada Roe"),
              new Example.ForPhrase("Roe"),
              new Example.ForPhrase("Roe, A."),
              new Example.ForPhrase("roe 2020"));
      assertThat(tasks)
          .extracting(task -> task.qrels().of("Ada_Roe").size())
          .containsExactly(3, 5, 4, 5);
      Evaluator evaluator =
          new Evaluator(
              index,
              new Recommender(
                  index,
                  () -> {
                    throw new AssertionError("no model is needed for a name");
                  }),
              "");
      for (Task task : tasks) {
        Run run = evaluator.run(task, Mode.LEXICAL);
        // "Ada Roe" also finds A. Roe, who may be the same.
        assertThat(run.papers("Ada_Roe")).containsAll(task.qrels().of("Ada_Roe").keySet());
      }
    }
  }
}
