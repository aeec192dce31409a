package dev.akin.write.list;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.paper.Holding;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.paper.Publication;
import dev.akin.paper.PublicationDate;
import dev.akin.vector.Space;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// All papers of an index leave it whole.
class RecordFileTest {
  private static final Space SPACE = Space.of("model", 2, Map.of("weights", "1"));

  @TempDir private Path folder;

  @Test
  void writesLinesThatAkinReadsBackAsTheSamePapers() {
    List<Paper> papers = new ArrayList<>();
    papers.add(Paper.of("a", "", ""));
    papers.add(
        new Paper(
                new PaperId("b \"ü"),
                "Moss & <i fern",
                "It costs $5 or 10 %.",
                List.of("Jo Doe", "Sleep Study Group"),
                new PublicationDate(2020, 5, 0),
                List.of("moss, fern", "sleep"),
                "https://a.example/b",
                "10.5555/ab_c")
            .called("key", "7")
            .published(
                Publication.of(List.of("chapter", "A Book", "X", "1-2", "e7", "P", "9", "1")))
            .held(
                new Holding(
                    "moss",
                    List.of("Theses", "All works"),
                    Holding.AccessRight.EMBARGOED,
                    PublicationDate.parse("2031-01-02"))));
    String bibtex =
        "@misc{k, title={On $O(n^2)$ {\\\"o} \\& <b>}, abstract={$\\alpha$--\\$5}, year={2020}}";
    papers.addAll(Lists.read(bibtex));
    papers.addAll(Lists.read("{\"id\":\"c\",\"title\":\"$\\\\alpha$ &amp; $x$\"}"));
    assertThat(Lists.read(exported(papers, RecordFormat.JSONL)))
        .containsExactlyElementsOf(
            papers.stream().sorted(Comparator.comparing(paper -> paper.id().value())).toList());
  }

  @Test
  void writesAnArrayOfItems() {
    List<Paper> papers = List.of(Paper.of("b", "Moss", ""), Paper.of("a", "Fern", "Green."));
    assertThat(exported(papers, RecordFormat.CSL_JSON))
        .isEqualTo(
            """
            [
            {"id":"a","type":"document","title":"Fern","abstract":"Green."},
            {"id":"b","type":"document","title":"Moss"}
            ]
            """);
    assertThat(exported(List.of(), RecordFormat.CSL_JSON)).isEqualTo("[\n]\n");
  }

  private String exported(List<Paper> papers, RecordFormat format) {
    Path place = folder.resolve("index" + papers.size());
    try (PaperIndexWriter writer = new LuceneStore(place).writer(List.of(SPACE))) {
      papers.forEach(paper -> writer.upsert(paper, null));
      writer.commit();
    }
    StringWriter out = new StringWriter();
    try (PaperIndex index = new LuceneStore(place).open(PaperIndex.Check.FILES);
        IndexSnapshot snapshot = index.snapshot()) {
      assertThat(new RecordFile(snapshot).write(out, format)).isEqualTo(papers.size());
    }
    return out.toString();
  }
}
