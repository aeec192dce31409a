package dev.akin.index.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.index.lucene.Samples;
import dev.akin.paper.Holding;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.paper.PublicationDate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@BothStores
class FilterTest {
  @TempDir private static Path dated;
  @TempDir private static Path filed;
  @TempDir private static Path signed;

  private final Path directory;

  FilterTest(@TempDir Path directory) {
    this.directory = directory;
  }

  /// What the tables below search.
  @BeforeAll
  static void index() {
    Samples.index(
        dated,
        Stream.of("2023-12-31", "2024", "2024-05", "2024-05-17", "2025")
            .map(date -> Samples.dated(date, date))
            .toArray(Paper[]::new));
    Samples.index(dated, Samples.dated("undated", null));
    Samples.index(
        filed,
        Samples.about("a", "cs.CL", "stat.ML"),
        Samples.about("b", "math", "cs.IR"),
        Samples.about("c", "csx"),
        Samples.about("d", "astro-ph.CO", "a.b.c"),
        Samples.about("e"));
    Samples.index(
        signed,
        Samples.by("a", "Ada Lovelace", "Grace Hopper"),
        Samples.by("b", "Grace Brewster Hopper"),
        Samples.by("c", "José Núñez"),
        Samples.by("d", "Li Li"),
        Samples.by("e", "Wei Li", "Li Wei"),
        Samples.by("f", "李明"));
  }

  private List<String> passing(Filter filter) {
    return passing(directory, filter);
  }

  private static List<String> passing(Path where, Filter filter) {
    List<String> ids = new ArrayList<>();
    Samples.look(
        where,
        snapshot -> {
          snapshot.browse(filter, null, 100).forEach(paper -> ids.add(paper.id().value()));
          assertThat(snapshot.count(filter)).isEqualTo(ids.size());
        });
    return ids.stream().sorted().toList();
  }

  private static Filter dates(@Nullable String from, @Nullable String to) {
    return new Filter(
        from == null ? null : PublicationDate.parse(from),
        to == null ? null : PublicationDate.parse(to),
        List.of(),
        List.of(),
        List.of());
  }

  private static Filter authors(String... authors) {
    return new Filter(null, null, List.of(), List.of(authors), List.of());
  }

  private static Filter categories(String... categories) {
    return new Filter(null, null, List.of(categories), List.of(), List.of());
  }

  @Test
  void leavesPapersOutByTheirIds() {
    Samples.index(
        directory, Samples.by("a", "Ada"), Samples.by("b", "Ada"), Samples.by("c", "Eve"));
    assertThat(passing(Filter.NONE.without(Set.of("b", "unknown")))).containsExactly("a", "c");
    assertThat(passing(authors("ada").without(Set.of("b")))).containsExactly("a");
  }

  /// The ids are the dates. A date without a day passes if any of its days is in range.
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-,          -,          2023-12-31 2024 2024-05 2024-05-17 2025 undated",
        "2024-06,    -,          2024 2025",
        "2024-05-17, -,          2024 2024-05 2024-05-17 2025",
        "2024-05-18, -,          2024 2024-05 2025",
        "-,          2024-05-16, 2023-12-31 2024 2024-05",
        "-,          2024,       2023-12-31 2024 2024-05 2024-05-17",
        "2024,       2024,       2024 2024-05 2024-05-17",
        "2024-12-31, 2025-01-01, 2024 2025",
        "2026,       -,          ''"
      })
  void rangesTouchDates(@Nullable String from, @Nullable String to, String passing) {
    assertThat(String.join(" ", passing(dated, dates(from, to)))).isEqualTo(passing);
  }

  @ParameterizedTest
  @CsvSource({
    "cs,        a b",
    "CS,        a b",
    "cs.CL,     a",
    "cs.cl,     a",
    "cs.,       ''",
    "c,         ''",
    "csx,       c",
    "math,      b",
    "stat.ML,   a",
    "astro-ph,  d",
    "a.b,       d"
  })
  void aCategoryTakesItsPartsAlong(String category, String passing) {
    assertThat(String.join(" ", passing(filed, categories(category)))).isEqualTo(passing);
  }

  @ParameterizedTest
  @CsvSource({
    "Ada Lovelace,           a",
    "lovelace ada,           a",
    "LOVELACE,               a",
    "Ada Hopper,             ''",
    "Grace Hopper,           a b",
    "'Hopper, Grace',        a b",
    "Grace Brewster Hopper,  b",
    "Jose Nunez,             c",
    "josé NÚÑEZ,             c",
    "Jose\u0301 Nu\u0301n\u0303ez, c",
    "Nun,                    ''",
    "Li Li,                  d",
    "Li,                     d e",
    "李明,                    f",
    "'-',                    ''"
  })
  void allWordsOfAnAuthorAreInOneName(String author, String passing) {
    assertThat(String.join(" ", passing(signed, authors(author)))).isEqualTo(passing);
  }

  @Test
  void oneOfSeveralIsEnough() {
    Samples.index(
        directory,
        Samples.about("a", "cs.CL"),
        Samples.about("b", "math"),
        Samples.about("c", "physics"),
        Samples.by("d", "Ada Lovelace"),
        Samples.by("e", "Grace Hopper"));
    assertThat(passing(categories("cs", "math"))).containsExactly("a", "b");
    assertThat(passing(authors("Hopper", "Lovelace"))).containsExactly("d", "e");
  }

  @Test
  void allKindsOfConditionsMustHold() {
    Samples.index(
        directory,
        full("a", "Ada Lovelace", "2024", "cs.CL"),
        full("b", "Ada Lovelace", "2024", "math"),
        full("c", "Ada Lovelace", "2020", "cs.CL"),
        full("d", "Grace Hopper", "2024", "cs.CL"));
    Filter filter =
        new Filter(
            PublicationDate.ofYear(2023),
            PublicationDate.ofYear(2025),
            List.of("cs"),
            List.of("lovelace"),
            List.of());
    assertThat(passing(filter)).containsExactly("a");
  }

  private static Filter held(
      List<Holding.AccessRight> access, List<String> sets, List<String> from) {
    return new Filter(
        null, null, List.of(), List.of(), List.of(), new Filter.Held(access, sets, from));
  }

  @Test
  void passesPapersByTheirHolding() {
    PublicationDate passed = PublicationDate.parse("2020-05-01");
    PublicationDate never = PublicationDate.parse("9999");
    Samples.index(
        directory,
        held("open", "One", Holding.AccessRight.OPEN, null, "Wool & Felt", "Knots"),
        held("ended", "One", Holding.AccessRight.EMBARGOED, passed, "knots"),
        held("later", "Two", Holding.AccessRight.EMBARGOED, never),
        held("endless", "", Holding.AccessRight.EMBARGOED, null),
        held("closed", "Two", Holding.AccessRight.METADATA_ONLY, null),
        Samples.about("file", "cs"));
    List<String> any = List.of();
    assertThat(passing(held(List.of(Holding.AccessRight.OPEN), any, any)))
        .containsExactly("ended", "open");
    assertThat(passing(held(List.of(Holding.AccessRight.EMBARGOED), any, any)))
        .containsExactly("endless", "later");
    assertThat(
            passing(
                held(
                    List.of(Holding.AccessRight.METADATA_ONLY, Holding.AccessRight.RESTRICTED),
                    any,
                    any)))
        .containsExactly("closed");
    assertThat(passing(held(List.of(), List.of("KNOTS"), any))).containsExactly("ended", "open");
    assertThat(passing(held(List.of(), List.of("wool & felt", "x"), any))).containsExactly("open");
    assertThat(passing(held(List.of(), any, List.of("two")))).containsExactly("closed", "later");
    assertThat(passing(held(List.of(Holding.AccessRight.OPEN), any, List.of("two")))).isEmpty();
    assertThatThrownBy(() -> held(List.of(), List.of(" "), any))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Paper held(
      String id,
      String source,
      Holding.AccessRight access,
      @Nullable PublicationDate end,
      String... collections) {
    return Samples.about(id, "cs").held(new Holding(source, List.of(collections), access, end));
  }

  private static Paper full(String id, String author, String date, String category) {
    return new Paper(
        new PaperId(id),
        "On " + id,
        "",
        List.of(author),
        PublicationDate.parse(date),
        List.of(category),
        null,
        null);
  }

  @Test
  void deletedPapersDoNotPass() {
    Samples.index(directory, Samples.about("a", "cs"), Samples.about("b", "cs"));
    Samples.change(directory, writer -> writer.delete(new PaperId("a")));
    assertThat(passing(categories("cs"))).containsExactly("b");
    assertThat(passing(Filter.NONE)).containsExactly("b");
  }

  @Test
  void refusesAnEmptyRangeAndBlankNames() {
    assertThatThrownBy(() -> dates("2024-06", "2024-05"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("2024-06", "2024-05");
    assertThatThrownBy(() -> categories("cs", " ")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> authors("")).isInstanceOf(IllegalArgumentException.class);
    assertThat(dates("2024-05-17", "2024").isNone()).isFalse();
  }
}
