package dev.akin.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.recommend.Recommender;
import dev.akin.recommend.query.UnknownPaperException;
import dev.akin.report.graph.VosviewerFiles;
import dev.akin.write.table.TableFolder;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.WeightedPseudograph;
import org.jgrapht.nio.graphml.GraphMLImporter;
import org.jgrapht.util.SupplierUtil;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whole reports of papers with vectors that no model has computed.
@Tag("slow")
class SimilarityReportTest {
  private static final List<String> HOSTILE =
      List.of(
          "</script><script>alert(1)</script>",
          "=HYPERLINK(\"https://evil.example\")",
          "\u202Eright to left",
          "{{{provenance}}}\t\"tab\"");

  @TempDir Path folder;

  private static final ReportOptions ALL =
      ReportOptions.DEFAULT.withExtras(EnumSet.allOf(ReportOptions.Extra.class));

  private static final class Heard implements ReportListener {
    private final List<String> steps = new ArrayList<>();

    @Override
    public synchronized void step(String name) {
      steps.add(name);
    }

    @Override
    public void progress(double share) {}
  }

  private Path planted() {
    Path index = folder.resolve("index");
    PlantedPapers papers = new PlantedPapers(5).addAll(0, 30).addBare("bare");
    for (String title : HOSTILE) {
      papers.add(PlantedPapers.paper("odd" + HOSTILE.indexOf(title), title, title, 2020), 1);
    }
    papers.index(index);
    return index;
  }

  private Path report(Path index, String name, int threads, ReportOptions options)
      throws IOException {
    Path out = Files.createDirectory(folder.resolve(name));
    try (PaperIndex opened = new LuceneStore(index).open(PaperIndex.Check.FILES);
        IndexSnapshot snapshot = opened.snapshot()) {
      Recommender none =
          new Recommender(
              opened,
              () -> {
                throw new AssertionError("no model is needed");
              });
      new SimilarityReport(snapshot, none, options, "1.2.3").write(out, threads, new Heard());
    }
    return out;
  }

  private static Map<String, byte[]> files(Path report) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(report)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(report.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return files;
  }

  @Test
  void isTheSameInAnotherLocaleTimeZoneThreadCountAndFolder() throws IOException {
    Path index = planted();
    Map<String, byte[]> first = files(report(index, "one", 1, ALL));
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    Map<String, byte[]> second;
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      second = files(report(index, "another place", 3, ALL));
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }

    assertThat(second.keySet()).isEqualTo(first.keySet());
    first.forEach(
        (name, bytes) -> assertThat(Arrays.equals(bytes, second.get(name))).as(name).isTrue());
  }

  @Test
  void saysInEveryFileWhatItWasMadeFrom() throws IOException {
    Map<String, byte[]> files = files(report(planted(), "out", 2, ALL));

    assertThat(files.keySet()).allMatch(name -> ReportFolder.has(Path.of(name))).hasSize(30);
    files.remove(VosviewerFiles.NETWORK); // has no room for it
    files.keySet().removeIf(name -> name.endsWith(".csv")); // provenance.json says it
    files.remove(TableFolder.BOOK); // is compressed, as are the next
    files.keySet().removeIf(name -> name.endsWith(".gz"));
    files.forEach(
        (name, bytes) ->
            assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                .as(name)
                .contains("1.2.3")
                .contains("build"));
  }

  @Test
  void makesLargeFilesOnlyWhereAskedFor() throws IOException {
    Path index = planted();
    Path out = report(index, "out", 2, ReportOptions.DEFAULT);
    Set<String> few = files(out).keySet();
    Set<String> all = files(report(index, "all", 2, ALL)).keySet();

    assertThat(all)
        .containsAll(few)
        .contains("neighbors.csv", "graph.graphml", "vosviewer-map.txt", "vosviewer-network.txt")
        .hasSize(few.size() + 4);
    assertThat(Files.readString(out.resolve("index.html")))
        .contains("akin report --graphs", "akin report --neighbors-csv")
        .doesNotContain("href=\"neighbors.csv\"", "href=\"graph.graphml\"");
  }

  @ParameterizedTest(name = "{0} papers")
  @ValueSource(ints = {0, 1, 2, 3})
  void isMadeOfFewPapers(int count) throws IOException {
    Path index = folder.resolve("few");
    new PlantedPapers(1).add(0, 0, count).index(index);

    Path out = report(index, "out", 2, ALL);

    assertThat(Files.readString(out.resolve("index.html")))
        .contains(count == 1 ? "1 paper" : count + " papers");
    assertThat(Files.readAllLines(out.resolve("neighbors.csv"))).hasSize(1 + count * (count - 1));
    assertThat(Files.readAllLines(out.resolve("papers.csv"))).hasSize(1 + count);
  }

  @Test
  void saysHowManyPapersHaveNoText() throws IOException {
    Path index = folder.resolve("some");
    new PlantedPapers(1).add(0, 0, 3).addBare("one").index(index);
    assertThat(
            Files.readString(report(index, "one", 2, ReportOptions.DEFAULT).resolve("index.html")))
        .contains("<p>4 papers. 1 paper has no text and no neighbors. Every paper was compared");

    new PlantedPapers(1).addBare("other").index(index);
    assertThat(
            Files.readString(report(index, "two", 2, ReportOptions.DEFAULT).resolve("index.html")))
        .contains("<p>5 papers. 2 papers have no text and no neighbors.")
        .contains("No duplicates found</a>. As a table");
  }

  @Test
  void keepsHostileTitlesTexts() throws IOException {
    Path out = report(planted(), "out", 2, ALL);

    for (String page : List.of("index.html", "topics.html", "duplicates.html", "map.html")) {
      assertThat(Files.readString(out.resolve(page))).as(page).doesNotContain("<script>alert");
    }
    assertThat(Files.readString(out.resolve("papers.csv")))
        .contains("\"'=HYPERLINK(\"\"https://evil.example\"\")\"");
    assertThat(Files.readAllLines(out.resolve("vosviewer-map.txt"))).hasSize(1 + 8 * 30 + 4);
  }

  @Test
  void writesGraphmlThatALibraryReads() throws IOException {
    Path out = report(planted(), "out", 2, ALL);
    var graph =
        new WeightedPseudograph<Integer, DefaultWeightedEdge>(
            SupplierUtil.createIntegerSupplier(), DefaultWeightedEdge::new);
    Map<Integer, String> titles = new TreeMap<>();
    var importer = new GraphMLImporter<Integer, DefaultWeightedEdge>();
    importer.addVertexAttributeConsumer(
        (attribute, value) -> {
          if (attribute.getSecond().equals("title")) {
            titles.put(attribute.getFirst(), value.getValue());
          }
        });

    importer.importGraph(graph, new StringReader(Files.readString(out.resolve("graph.graphml"))));

    assertThat(graph.vertexSet()).hasSize(8 * 30 + 1 + 4);
    assertThat(graph.edgeSet().size()).isBetween(1200, 2440);
    assertThat(titles.values()).contains("</script><script>alert(1)</script>");
    assertThat(graph.edgeSet())
        .allSatisfy(edge -> assertThat(graph.getEdgeWeight(edge)).isBetween(-1.0, 1.0));
  }

  /// The columns are those of VOSviewer's manual, section 4.1: items have numbers, links name two
  /// items.
  @Test
  void writesMapAndNetworkFilesForVosviewer() throws IOException {
    Path out = report(planted(), "out", 2, ALL);
    List<String> map = Files.readAllLines(out.resolve("vosviewer-map.txt"));
    List<String> network = Files.readAllLines(out.resolve("vosviewer-network.txt"));

    assertThat(map.getFirst())
        .isEqualTo(
            "id\tlabel\tdescription\turl\tx\ty\tcluster\tweight<Links>\tweight<Total link"
                + " strength>\tscore<Year>");
    List<String> ids = map.stream().skip(1).map(line -> line.split("\t", -1)[0]).toList();
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(network)
        .allSatisfy(
            line -> {
              String[] link = line.split("\t", -1);
              assertThat(link).hasSize(3);
              assertThat(ids).contains(link[0], link[1]);
              assertThat(Double.parseDouble(link[2])).isBetween(0.0, 1.0);
            });
  }

  @Test
  void findsAllNeighborsWithTheGraph() throws IOException {
    Path index = folder.resolve("alike");
    new PlantedPapers(3).addAlike(0, 40).index(index);
    ReportOptions three = new ReportOptions(3, ReportOptions.Search.APPROXIMATE, List.of(), null);

    Path out = report(index, "out", 2, three);

    assertThat(Files.readString(out.resolve("report.json")))
        .containsPattern("\"recall\" : 1\\.0\\b");
  }

  @Test
  void searchesTheGraphOfPapersWithoutText() throws IOException {
    Path index = folder.resolve("bare");
    new PlantedPapers(3).addBare("one").addBare("other").index(index);
    ReportOptions graph = new ReportOptions(3, ReportOptions.Search.APPROXIMATE, List.of(), null);

    Path out = report(index, "out", 2, graph);

    assertThat(Files.readAllLines(out.resolve("papers.csv"))).hasSize(1 + 2);
  }

  @Test
  void knowsTheFilesOfAReport() throws IOException {
    Path out = report(planted(), "out", 2, ALL);

    assertThat(ReportFolder.isAt(out)).isTrue();
    assertThat(ReportFolder.isAt(folder)).isFalse();
    assertThat(files(out).keySet()).allMatch(name -> ReportFolder.has(Path.of(name)));
    assertThat(ReportFolder.has(Path.of("papers", "a.html"))).isTrue();
    assertThat(ReportFolder.has(Path.of("papers", "thesis.pdf"))).isFalse();
    assertThat(ReportFolder.has(Path.of("drafts", "a.html"))).isFalse();
    assertThat(ReportFolder.has(Path.of("papers", "drafts", "a.html"))).isFalse();
  }

  @Test
  void findsNearlyTheSameNeighborsWithTheGraph() throws IOException {
    Path index = planted();
    ReportOptions approximate =
        new ReportOptions(5, ReportOptions.Search.APPROXIMATE, List.of(), null)
            .withExtras(ALL.extras());
    ReportOptions exact =
        new ReportOptions(5, ReportOptions.Search.EXACT, List.of(), null).withExtras(ALL.extras());

    Path found = report(index, "found", 2, approximate);

    assertThat(Files.readString(found.resolve("report.json"))).contains("\"recall\" : 1.0");
    assertThat(found.resolve("neighbors.csv"))
        .hasSameBinaryContentAs(report(index, "exact", 2, exact).resolve("neighbors.csv"));
  }

  @Test
  void keepsTheTopicsOfAnEarlierReport() throws IOException {
    Path index = planted();
    Path first = report(index, "first", 2, ReportOptions.DEFAULT);
    new PlantedPapers(6).addAll(30, 34).index(index);
    ReportOptions again = new ReportOptions(10, ReportOptions.Search.EXACT, List.of(), first);

    Path second = report(index, "second", 2, again);

    assertThat(topics(second)).isEqualTo(topics(first));
    assertThat(Files.readString(second.resolve("report.json"))).contains("previous=");
  }

  private static Map<String, String> topics(Path report) throws IOException {
    Map<String, String> labels = new TreeMap<>();
    Files.readAllLines(report.resolve("topics.csv")).stream()
        .skip(1)
        .map(line -> line.split(",", 3))
        .forEach(cells -> labels.put(cells[0], cells[1]));
    return labels;
  }

  @Test
  void refusesAPageForAPaperThatIsNotThere() {
    Path index = planted();
    ReportOptions options =
        new ReportOptions(10, ReportOptions.Search.EXACT, List.of("f0-01"), null);

    assertThatThrownBy(() -> report(index, "out", 1, options))
        .isInstanceOf(UnknownPaperException.class)
        .hasMessageContaining("f0-01");
  }
}
