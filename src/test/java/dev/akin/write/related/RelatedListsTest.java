package dev.akin.write.related;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.base.AkinException;
import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.job.Deletion;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.recommend.PlaneIndex;
import dev.akin.recommend.Recommender;
import dev.akin.recommend.query.Example;
import dev.akin.recommend.query.Query;
import dev.akin.recommend.query.RecommendOptions;
import dev.akin.write.json.AnswerJson;
import dev.akin.write.text.PaperFields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class RelatedListsTest {
  /// More than two batches.
  private static final int PAPERS = 600;

  private static final RecommendOptions THREE =
      RecommendOptions.DEFAULT.withLimit(3).withFloor(0.0);

  private static final PaperFields FIELDS = PaperFields.of(List.of("title", "cosine", "score"));

  private static final RelatedLists.Form FORM =
      new RelatedLists.Form("some", answer -> AnswerJson.of(answer, FIELDS));

  @TempDir Path folder;

  /// Papers around half a circle, so that each is like those before and after it.
  private void index(int from, int to) {
    Map<Paper, Double> papers = new LinkedHashMap<>();
    for (int at = from; at < to; at++) {
      papers.put(paper(at), at * 0.25);
    }
    PlaneIndex.of(folder.resolve("index"), papers).close();
  }

  private static Paper paper(int at) {
    return PlaneIndex.paper("p/%04d".formatted(at), "Meadow " + at, "", null);
  }

  private RelatedLists.Summary write(String out, DoubleConsumer progress) {
    try (PaperIndex index =
            new LuceneStore(folder.resolve("index")).open(PaperIndex.Check.NOTHING);
        IndexSnapshot snapshot = index.snapshot()) {
      return new RelatedLists(snapshot, recommender(index), THREE, FORM)
          .write(folder.resolve(out), 2, progress);
    }
  }

  private static Recommender recommender(PaperIndex index) {
    return new Recommender(
        index,
        () -> {
          throw new AssertionError("no model is needed");
        });
  }

  private List<String> lines(String file) throws IOException {
    return Files.readAllLines(folder.resolve(file));
  }

  @Test
  void areWhatTheServiceAnswers() throws IOException {
    index(0, 20);
    assertThat(write("out", _ -> {}))
        .isEqualTo(new RelatedLists.Summary(20, 20, 0, folder.resolve("out/changes-0001")));

    try (PaperIndex index =
        new LuceneStore(folder.resolve("index")).open(PaperIndex.Check.NOTHING)) {
      for (int at = 0; at < 20; at++) {
        ObjectNode answer =
            AnswerJson.of(
                recommender(index)
                    .recommend(Query.of(new Example.LikePaper("p/%04d".formatted(at))), THREE),
                FIELDS);
        Path list = folder.resolve("out/lists").resolve(ListName.of(paper(at).id()));
        assertThat(list).hasContent(answer.toString());
      }
    }
    assertThat(lines("out/changes-0001/related.jsonl"))
        .hasSize(20)
        .first()
        .asString()
        .startsWith("{\"id\":\"p/0000\",\"results\":[{\"rank\":1,\"id\":\"p/0001\",")
        .doesNotContain("\"query\"", "\"index\"");
  }

  @Test
  void areUpdatesOfSolrAndOpenSearch() throws IOException {
    index(0, 4);
    write("out", _ -> {});

    assertThat(
            JsonMapper.shared()
                .readTree(Files.readString(folder.resolve("out/changes-0001/solr-0001.json"))))
        .hasSize(4)
        .first()
        .hasToString(
            "{\"id\":\"p/0000\",\"_version_\":1,\"akin_related\":{\"set\":[\"p/0001\",\"p/0002\",\"p/0003\"]}}");
    assertThat(lines("out/changes-0001/opensearch-0001.ndjson"))
        .hasSize(8)
        .startsWith(
            "{\"update\":{\"_id\":\"p/0000\"}}",
            "{\"doc\":{\"akin_related\":[\"p/0001\",\"p/0002\",\"p/0003\"]}}");
  }

  @Test
  void areDividedAmongFiles() throws IOException {
    Files.writeString(
        folder.resolve("related.jsonl"),
        "{\"id\":\"a\",\"results\":[]}\n{\"id\":\"b\",\"deleted\":true}\n{\"id\":\"c\",\"results\":[]}\n");

    BulkFiles.write(folder, 2);

    assertThat(lines("solr-0001.json"))
        .containsExactly(
            "[",
            "{\"id\":\"a\",\"_version_\":1,\"akin_related\":{\"set\":[]}},",
            "{\"id\":\"b\",\"_version_\":1,\"akin_related\":{\"set\":null}}",
            "]");
    assertThat(lines("solr-0002.json")).hasSize(3);
    assertThat(lines("opensearch-0002.ndjson")).hasSize(2);
  }

  @Test
  void areNotWrittenAgainIfNothingChanged() throws IOException {
    index(0, 4);
    write("out", _ -> {});

    assertThat(write("out", _ -> {})).isEqualTo(new RelatedLists.Summary(4, 0, 0, null));
    assertThat(folder.resolve("out/changes-0002")).doesNotExist();
  }

  /// A new paper at one end, and one that is gone at the other end.
  @Test
  void areWrittenIfTheyChanged() throws IOException {
    index(0, PAPERS);
    write("out", _ -> {});
    index(PAPERS, PAPERS + 1);
    new Deletion(new LuceneStore(folder.resolve("index"))).delete(Set.of(new PaperId("p/0000")));

    RelatedLists.Summary summary = write("out", _ -> {});

    assertThat(summary.papers()).isEqualTo(PAPERS);
    assertThat(summary.deleted()).isOne();
    assertThat(summary.changed()).isBetween(2, 20);
    assertThat(lines("out/changes-0002/related.jsonl"))
        .hasSize(summary.changed() + 1)
        .startsWith("{\"id\":\"p/0000\",\"deleted\":true}");
    assertThat(lines("out/changes-0002/opensearch-0001.ndjson"))
        .startsWith("{\"update\":{\"_id\":\"p/0000\"}}", "{\"doc\":{\"akin_related\":[]}}");
    assertThat(folder.resolve("out/lists").resolve(ListName.of(new PaperId("p/0000"))))
        .doesNotExist();
    assertThat(folder.resolve("out/lists").resolve(ListName.of(paper(PAPERS).id()))).exists();
  }

  /// What a killed process leaves: batches that are done, and half of the next one.
  @Test
  void goOnAfterAKill() throws IOException {
    index(0, PAPERS);
    write("whole", _ -> {});
    assertThatThrownBy(
            () ->
                write(
                    "out",
                    share -> {
                      if (share > 0.5) {
                        throw new IllegalStateException("killed");
                      }
                    }))
        .hasMessage("killed");
    Path part = folder.resolve("out/.changes-0001.part");
    Files.writeString(part.resolve("related.jsonl"), "{\"id\":\"p/05", StandardOpenOption.APPEND);
    Files.writeString(part.resolve("state.tsv"), "0123", StandardOpenOption.APPEND);
    Files.writeString(part.resolve("journal.tsv"), "59\t5", StandardOpenOption.APPEND);
    int[] batches = new int[1];

    RelatedLists.Summary summary = write("out", _ -> batches[0]++);

    assertThat(summary.changed()).isEqualTo(PAPERS);
    assertThat(batches[0]).isOne();
    for (String file : List.of("related.jsonl", "state.tsv", "solr-0001.json", "summary.json")) {
      assertThat(folder.resolve("out/changes-0001").resolve(file))
          .hasSameBinaryContentAs(folder.resolve("whole/changes-0001").resolve(file));
    }
    try (Stream<Path> left = Files.list(folder.resolve("out"))) {
      assertThat(left.map(entry -> entry.getFileName().toString()))
          .containsExactlyInAnyOrder(".lock", "lists", "changes-0001");
    }
  }

  @Test
  void doNotGoOnWithAnotherIndex() {
    index(0, PAPERS);
    assertThatThrownBy(
            () ->
                write(
                    "out",
                    _ -> {
                      throw new IllegalStateException("killed");
                    }))
        .hasMessage("killed");
    index(PAPERS, PAPERS + 1);

    assertThat(write("out", _ -> {}).changed()).isEqualTo(PAPERS + 1);
  }

  @Test
  void areNotPutBesideOtherFiles() throws IOException {
    index(0, 2);
    Files.createDirectory(folder.resolve("out"));
    Files.writeString(folder.resolve("out/thesis.txt"), "");

    assertThatThrownBy(() -> write("out", _ -> {}))
        .isInstanceOf(AkinException.class)
        .hasMessageEndingWith("contains something else than lists; choose another folder");
  }

  @ParameterizedTest
  @CsvSource({
    "2020.acl-main.1,_1/2020.acl-main.1.json",
    "hep/1,f1/hep~2f1.json",
    "..,__/...json",
    "ä,a4/~c3~a4.json",
    "a b~c,ec/a~20b~7ec.json",
    "x,x/x.json"
  })
  void haveNamesThatAPageCanMake(String id, String name) {
    assertThat(ListName.of(new PaperId(id))).isEqualTo(name);
  }

  @Test
  void haveNamesThatADiskHolds() {
    assertThat(ListName.of(new PaperId("ä".repeat(250)))).hasSize(64 + 3 + 5);
  }
}
