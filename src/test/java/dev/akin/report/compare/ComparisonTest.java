package dev.akin.report.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.paper.PaperId;
import dev.akin.recommend.Recommender;
import dev.akin.report.PlantedPapers;
import dev.akin.report.ReportFolder;
import dev.akin.report.ReportListener;
import dev.akin.report.ReportOptions;
import dev.akin.report.SimilarityReport;
import dev.akin.report.page.ReportException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Reports with an earlier one: what the page and the table say of the difference.
@Tag("slow")
class ComparisonTest {
  @TempDir Path folder;

  private Path index;

  @BeforeEach
  void name() {
    index = folder.resolve("index");
  }

  private Path report(String name, @Nullable Path previous) throws IOException {
    return report(name, 10, previous);
  }

  private Path report(String name, int neighbors, @Nullable Path previous) throws IOException {
    Path out = Files.createDirectory(folder.resolve(name));
    try (PaperIndex opened = new LuceneStore(index).open(PaperIndex.Check.FILES);
        IndexSnapshot snapshot = opened.snapshot()) {
      Recommender none =
          new Recommender(
              opened,
              () -> {
                throw new AssertionError("no model is needed");
              });
      ReportOptions options =
          new ReportOptions(neighbors, ReportOptions.Search.EXACT, List.of(), previous);
      new SimilarityReport(snapshot, none, options, "1.2.3").write(out, 2, new Silent());
    }
    return out;
  }

  private static final class Silent implements ReportListener {
    @Override
    public void step(String name) {}

    @Override
    public void progress(double share) {}
  }

  private static String page(Path report) throws IOException {
    return Files.readString(report.resolve("compare.html"));
  }

  /// The rows of the table without its header: id and change.
  private static List<String> rows(Path report) throws IOException {
    return Files.readAllLines(report.resolve("compare.csv")).stream()
        .skip(1)
        .map(line -> line.split(",", -1))
        .map(cells -> cells[0] + " " + cells[2])
        .toList();
  }

  private void delete(String... ids) {
    try (PaperIndexWriter writer = new LuceneStore(index).writer()) {
      Stream.of(ids).map(PaperId::new).forEach(writer::delete);
      writer.commit();
    }
  }

  @Test
  void saysThatNothingChanged() throws IOException {
    new PlantedPapers(5).addAll(0, 12).addBare("bare").index(index);
    Path first = report("first", null);
    assertThat(first.resolve("compare.html")).doesNotExist();
    assertThat(Files.readString(first.resolve("index.html"))).doesNotContain("compare.");

    Path again = report("again", first);

    assertThat(page(again))
        .contains(
            "97 papers before, 97 now: 0 new, 0 gone. All papers in both reports have the same")
        .contains("No paper is new.", "No paper is gone.", "have the same neighbors.");
    assertThat(rows(again)).isEmpty();
    assertThat(Files.readString(again.resolve("index.html"))).contains("href=\"compare.html\"");
  }

  @Test
  void namesNewPapersOtherNeighborsAndTopicsThatGrew() throws IOException {
    new PlantedPapers(5).addAll(0, 12).index(index);
    Path first = report("first", null);
    new PlantedPapers(6)
        .add(4, 12, 15)
        .add(PlantedPapers.paper("z", "<b>Zebras</b>", "On zebras", 2021), 4)
        .index(index);
    delete("f0-001");

    Path next = report("next", first);

    assertThat(page(next))
        .contains("96 papers before, 99 now: 4 new, 1 gone.")
        .contains("&lt;b&gt;Zebras&lt;/b&gt;")
        .doesNotContain("<b>Zebras");
    assertThat(rows(next))
        .contains("f4-012 new", "f4-013 new", "f4-014 new", "z new", "f0-001 gone")
        .contains("f0-000 neighbors")
        .noneMatch(row -> row.startsWith("f1-"));
    List<String> topics = growth(next);
    assertThat(topics.getFirst()).isEqualTo("12 16 +4 4");
    assertThat(topics.getLast()).isEqualTo("12 11 \u22121 0");
    assertThat(unpacked(next.resolve("compare.jsonl.gz")))
        .containsPattern(
            "\"id\":\"f0-000\",\"title\":\"Notes on f0-000\",\"change\":\"neighbors\",.*\"left\":\"f0-001\"");
  }

  /// The numbers in the table of topics.
  private static List<String> growth(Path report) throws IOException {
    List<String> rows = new ArrayList<>();
    for (String line : Files.readAllLines(report.resolve("compare.html"))) {
      if (line.startsWith("<tr><td>")) {
        List<String> numbers = new ArrayList<>();
        for (String cell : line.split("<td class=\"number\">", -1)) {
          numbers.add(cell.substring(0, cell.indexOf('<')));
        }
        rows.add(String.join(" ", numbers.subList(1, numbers.size())));
      }
    }
    return rows;
  }

  @Test
  void comparesAnEmptyReportInBothDirections() throws IOException {
    new PlantedPapers(5).index(index);
    Path empty = report("empty", null);
    new PlantedPapers(5).add(0, 0, 3).index(index);

    Path full = report("full", empty);
    assertThat(page(full)).contains("0 papers before, 3 now: 3 new, 0 gone.");
    assertThat(rows(full)).containsExactly("f0-000 new", "f0-001 new", "f0-002 new");

    delete("f0-000", "f0-001", "f0-002");
    Path again = report("empty again", full);
    assertThat(page(again)).contains("3 papers before, 0 now: 0 new, 3 gone.");
    assertThat(rows(again)).containsExactly("f0-000 gone", "f0-001 gone", "f0-002 gone");
  }

  @Test
  void showsAPartOfWhatIsLong() throws IOException {
    new PlantedPapers(5).addAll(0, 2).index(index);
    Path first = report("first", null);
    new PlantedPapers(6).addAll(2, 20).index(index);

    Path next = report("next", first);

    assertThat(page(next)).contains("144 new", "and 44 more in the table");
    assertThat(page(next).split("<li>", -1)).hasSizeLessThan(130);
    assertThat(rows(next)).hasSize(144 + 16);
  }

  @Test
  void comparesAsManyNeighborsAsBothReportsHave() throws IOException {
    new PlantedPapers(5).addAll(0, 12).index(index);
    Path three = report("three", 3, null);

    Path ten = report("ten", 10, three);
    assertThat(page(ten)).contains("The 3 nearest papers of each paper were compared.");
    assertThat(rows(ten)).isEmpty();
    assertThat(rows(report("two", 2, ten))).isEmpty();
  }

  @Test
  void comparesTopicsAloneIfTheTablesAreGone() throws IOException {
    new PlantedPapers(5).addAll(0, 12).index(index);
    Path first = report("first", null);
    Files.delete(first.resolve("neighbors.jsonl.gz"));
    Files.delete(first.resolve("provenance.json"));

    Path next = report("next", first);

    assertThat(page(next)).contains("only its topics can be compared").doesNotContain("new papers");
    assertThat(growth(next)).hasSize(8).allMatch(row -> row.equals("12 12 0"));
    assertThat(rows(next)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"id\":\"b\"}\n{\"id\":\"a\"}\n", "{\"title\":\"none\"}\n", "{\"id\":"})
  void refusesADamagedTable(String table) throws IOException {
    new PlantedPapers(5).add(0, 0, 3).index(index);
    Path first = report("first", null);
    Files.write(first.resolve("papers.jsonl.gz"), packed(table));

    assertThatThrownBy(() -> report("next", first))
        .isInstanceOf(ReportException.class)
        .hasMessageStartingWith(first.resolve("papers.jsonl.gz") + ":")
        .hasMessageEndingWith("make the report without --previous");
  }

  @Test
  void readsTheTablesOfAReportThatDidNotCompressThem() throws IOException {
    new PlantedPapers(5).addAll(0, 12).index(index);
    Path first = report("first", null);
    for (String name : List.of("papers", "neighbors")) {
      Path packed = first.resolve(name + ".jsonl.gz");
      Files.writeString(first.resolve(name + ".jsonl"), unpacked(packed));
      Files.delete(packed);
    }
    assertThat(page(report("next", first))).contains("96 papers before, 96 now: 0 new, 0 gone.");
  }

  private static String unpacked(Path file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static byte[] packed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  @Test
  void isPartOfTheReport() {
    assertThat(Stream.of("compare.html", "compare.csv", "compare.jsonl.gz", "compare.parquet"))
        .allMatch(name -> ReportFolder.has(Path.of(name)));
  }
}
