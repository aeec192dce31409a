package dev.akin.report.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.recommend.PlaneIndex;
import dev.akin.report.corpus.Corpus;
import dev.akin.vector.AllPairs;
import dev.akin.write.table.Provenance;
import dev.akin.write.table.TableFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class NearDuplicatesTest {
  private static final String TEXT =
      "We count the leaves of trees in winter with a small camera and compare the counts with those"
          + " of summer, for three kinds of trees in two parks of one town.";
  private static final String RETOLD =
      "In this article, we count the leaves of trees in winter with a small camera and compare the"
          + " counts with those of summer, for four kinds of trees in many parks.";
  private static final String OTHER =
      "Rivers rise at noon when snow melts, and fall in the night; a gauge that costs little shows"
          + " how much, and where a bridge should not be built.";

  @TempDir Path folder;
  private final Map<Paper, Double> papers = new LinkedHashMap<>();

  @Test
  void joinAPreprintAndWhatWasPublishedUnderAnotherTitle() {
    add("2401.01234", "Counting leaves in winter", TEXT, 0, "Ada Byron");
    add("published", "Winter leaves: counting with a camera", RETOLD, 20, "A. Byron", "Bob Moor");
    // cos 20° is 0.94; "counting", "leaves" and "winter" of 4 words are shared.
    assertThat(works()).containsExactly("published 2401.01234");
  }

  @Test
  void joinVersionsOfOneRecord() {
    add("v1", "Counting leaves", TEXT, 0, "Ada Byron");
    add("v2", "Counting Leaves.", TEXT, 0, "Ada Byron");
    assertThat(works()).containsExactly("v1 v2");
  }

  @Test
  void keepPartsAndEditionsApart() {
    add("1", "Counting leaves in winter I", TEXT, 0, "Ada Byron");
    add("2", "Counting leaves in winter II", TEXT, 0, "Ada Byron");
    add("3", "The first workshop on leaves", TEXT, 0, "Ada Byron");
    add("4", "The second workshop on leaves", TEXT, 0, "Ada Byron");
    add("5", "Leaves at task A", TEXT, 0, "Ada Byron");
    add("6", "Leaves at task B", TEXT, 0, "Ada Byron");
    assertThat(works()).isEmpty();
  }

  @Test
  void keepWorksOfOneTitleApart() {
    add("leaves", "On the nature of things", TEXT, 0, "Ada Byron");
    add("rivers", "On the nature of things", OTHER, 60, "Ada Byron");
    add("another", "On the nature of things", TEXT, 0, "Carl Gauss");
    assertThat(works()).isEmpty();
  }

  @Test
  void keepASequelApartThatSaysItInOtherWords() {
    add("first", "Counting leaves in winter", TEXT, 0, "Ada Byron");
    add("sequel", "Counting leaves in winter storms", OTHER, 1, "Ada Byron");
    assertThat(works()).isEmpty();
  }

  @Test
  void joinByTitleAndAuthorWhereAnAbstractIsMissing() {
    add("bare", "Counting the leaves in winter", "", 90, "Ada Byron");
    add("whole", "Counting the leaves in winter", TEXT, 0, "Ada Byron");
    add("index1", "Index of all our authors", "", 0);
    add("index2", "Index of all our authors", "", 0);
    assertThat(works()).containsExactly("whole bare");
  }

  @Test
  void markAnErratumAndJoinNothingByIt() {
    add("a", "Counting leaves in winter", TEXT, 0, "Ada Byron");
    add("b", "Erratum: Counting leaves in winter", TEXT, 0, "Ada Byron");
    add("c", "Counting leaves in winter (Corrigendum)", "", 40, "Ada Byron");
    add("d", "Erratum: Counting leaves in winter", OTHER, 80, "Carl Gauss");
    add("e", "Errata", "", 80, "Ada Byron");
    assertThat(works()).containsExactly("a [b c]");
  }

  @Test
  void cutAChainThatNoAuthorCanHaveWritten() {
    add("a", "Counting leaves in winter", TEXT, 0, "Ada Byron");
    add("b", "Counting leaves in winter", TEXT, 0, "Ada Byron", "Bob Moor");
    add("c", "Counting leaves in winter", TEXT, 1, "Bob Moor");
    assertThat(works()).containsExactly("a b");
  }

  @Test
  void cutAChainWhoseEndsAreFarApart() {
    add("a", "Counting leaves in winter", TEXT, 0, "Ada Byron");
    add("b", "Counting leaves in winter", TEXT, 40, "Ada Byron");
    add("c", "Counting leaves in winter", TEXT, 81, "Ada Byron");
    // cos 40° is 0.77, cos 41° is 0.75, cos 81° is 0.16.
    assertThat(works()).containsExactly("a b");
  }

  @Test
  void joinOneDoi() {
    papers.put(paper("x", "Leaves counted", TEXT, "10.1/A", "Ada Byron"), 0.0);
    papers.put(paper("y", "Leaves counted twice over", OTHER, "10.1/a", "Ada Byron"), 70.0);
    papers.put(paper("z", "A whole volume", OTHER, "10.1/A", "Ada Byron"), 70.0);
    assertThat(works()).containsExactly("x y");
  }

  @Test
  void lookAtFewPairsOfAThousandWithOneTitle() {
    for (int i = 0; i < 1000; i++) {
      add("p%04d".formatted(i), "Author index", "", i * 0.36);
    }
    try (PaperIndex index = PlaneIndex.of(folder, papers);
        IndexSnapshot snapshot = index.snapshot()) {
      Corpus corpus = Corpus.of(snapshot);
      var neighbors = new AllPairs(1, 1).of(new float[corpus.size()][], done -> {});
      assertThat(DuplicateCandidates.of(corpus, neighbors)).hasSizeLessThan(25_000);
      assertThat(NearDuplicates.find(corpus, neighbors).works()).isEmpty();
    }
  }

  @Test
  void joinAThousandOfOneRecord() {
    for (int i = 0; i < 1000; i++) {
      add("p%04d".formatted(i), "Counting leaves in winter", TEXT, 0, "Ada Byron");
    }
    try (PaperIndex index = PlaneIndex.of(folder, papers);
        IndexSnapshot snapshot = index.snapshot()) {
      Corpus corpus = Corpus.of(snapshot);
      var none = new AllPairs(1, 1).of(new float[corpus.size()][], done -> {});
      assertThat(NearDuplicates.find(corpus, none).works())
          .singleElement()
          .satisfies(work -> assertThat(work.papers()).hasSize(1000).startsWith(0, 1));
    }
  }

  @Test
  void areWrittenAsAPageAndATable() throws IOException {
    String hostile = "<script>alert(1)</script> \u202ECounting =HYPERLINK";
    add("a", hostile, TEXT, 0, "Ada Byron");
    add("b", hostile, TEXT, 11.19, "<b>Ada</b> Byron", "Bob Moor");
    add("c", "Erratum: " + hostile, "", 60, "Ada Byron");
    String page = write("one");
    assertThat(page)
        .doesNotContain("<script>alert", "<b>Ada")
        .contains(
            "&lt;script&gt;",
            "<bdi>",
            "1 work with several papers: 2 papers in 1 pair,",
            "Also 1 erratum, with")
        .contains(
            "cosine 0.981 · same title · 31 identical words in a row · 1 of 1 author in common")
        .contains("<span class=\"note\">erratum</span>", DuplicatePage.QUALITY);
    assertThat(Files.readString(folder.resolve("one/duplicates.csv")))
        .contains("1,same,a,<script>", ",b,<script>", "1,erratum,c,Erratum: <script>");
    assertThat(write("two")).isEqualTo(page);
    assertThat(folder.resolve("two/duplicates.csv"))
        .hasSameBinaryContentAs(folder.resolve("one/duplicates.csv"));
  }

  @Test
  void sayOnThePageWhatTheDocumentSays() throws IOException {
    String document = Files.readString(Path.of("src/docs/reports.md")).replaceAll("\\s+", " ");
    assertThat(document).contains(DuplicatePage.QUALITY);
  }

  private String write(String name) throws IOException {
    Path files = Files.createDirectory(folder.resolve(name));
    try (PaperIndex index = PlaneIndex.of(folder.resolve(name + "-index"), papers);
        IndexSnapshot snapshot = index.snapshot()) {
      Corpus corpus = Corpus.of(snapshot);
      Provenance provenance =
          new Provenance("test", snapshot.info(), corpus.digest(), new LinkedHashMap<>());
      try (TableFolder tables = TableFolder.create(files, provenance)) {
        DuplicateFiles.write(tables, corpus, find(corpus), Decisions.NONE);
      }
      // The footer names the build, which no two indexes have in common.
      return without(Files.readString(files.resolve("duplicates.html")), snapshot);
    }
  }

  private static String without(String text, IndexSnapshot snapshot) {
    return text.replace(snapshot.info().build(), "BUILD");
  }

  private static NearDuplicates find(Corpus corpus) {
    return NearDuplicates.find(
        corpus, new AllPairs(10, 1).of(corpus.vectors(corpus.rows().toArray()), done -> {}));
  }

  /// The works that are found, each as the ids of its papers, errata in brackets.
  private List<String> works() {
    try (PaperIndex index = PlaneIndex.of(folder, papers);
        IndexSnapshot snapshot = index.snapshot()) {
      Corpus corpus = Corpus.of(snapshot);
      return find(corpus).works().stream().map(work -> words(corpus, work)).toList();
    }
  }

  private static String words(Corpus corpus, NearDuplicates.Work work) {
    String ids = ids(corpus, work.papers().stream());
    return work.errata().isEmpty()
        ? ids
        : ids + " [" + ids(corpus, work.errata().stream().map(NearDuplicates.Pair::one)) + "]";
  }

  private static String ids(Corpus corpus, Stream<Integer> rows) {
    return String.join(" ", rows.map(row -> corpus.id(row).value()).toList());
  }

  private void add(String id, String title, String text, double degrees, String... authors) {
    papers.put(paper(id, title, text, null, authors), degrees);
  }

  private static Paper paper(
      String id, String title, String text, @Nullable String doi, String... authors) {
    return new Paper(new PaperId(id), title, text, List.of(authors), null, List.of(), null, doi);
  }
}
