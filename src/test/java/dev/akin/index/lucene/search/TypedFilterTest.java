package dev.akin.index.lucene.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.index.lucene.Samples;
import dev.akin.index.store.BothStores;
import dev.akin.index.store.Facets;
import dev.akin.index.store.Filter;
import dev.akin.paper.NamePattern;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.paper.PublicationDate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What somebody types restricts the papers, and helps to type more.
@BothStores
class TypedFilterTest {
  @TempDir private static Path directory;

  @BeforeAll
  static void write() {
    write(directory);
  }

  private static void write(Path where) {
    Samples.change(
        where,
        writer -> {
          writer.upsert(
              paper("a", "Small wind mills", "Ada Roe", "2019", "geo.Wind", "Bees"), null);
          writer.upsert(
              paper("b", "Wind and small mills", "Adam Poe, Ada Lee", "2020", "geo.Wind"), null);
          writer.upsert(paper("c", "Sleeping bees", "A. Roe", "2021", "Bees"), null);
          writer.upsert(
              paper("d", "Petits moulins à vent", "Ada Roe", "2021", "geo.Wind").inLanguage("fr"),
              null);
          writer.commit();
        });
  }

  private static Paper paper(
      String id, String title, String authors, String year, String... categories) {
    return new Paper(
            new PaperId(id),
            title,
            "",
            List.of(authors.split(", ")),
            PublicationDate.parse(year),
            List.of(categories),
            null,
            null)
        .inLanguage("en");
  }

  private List<String> passing(Filter.Typed typed) {
    List<String> ids = new ArrayList<>();
    Samples.look(
        directory,
        snapshot ->
            snapshot
                .browse(Filter.of(typed), null, 100)
                .forEach(paper -> ids.add(paper.id().value())));
    return ids.stream().sorted().toList();
  }

  /// Ada Lee and Adam Poe are no Ada Poe.
  @Test
  void keepsTheNamesOfEachAuthorApart() {
    assertThat(passing(Filter.Typed.by(new NamePattern("roe", List.of("ada")))))
        .containsExactly("a", "c", "d");
    assertThat(passing(Filter.Typed.by(new NamePattern("poe", List.of("ada"))))).isEmpty();
  }

  @Test
  void needsAllPersons() {
    Filter.Typed both =
        new Filter.Typed(
            null,
            null,
            List.of(new NamePattern("poe", List.of()), new NamePattern("lee", List.of())),
            List.of(),
            List.of(),
            List.of());
    assertThat(passing(both)).containsExactly("b");
  }

  @Test
  void needsThePhraseWordForWordInTheLanguageOfThePaper() {
    assertThat(passing(Filter.Typed.containing("wind mill"))).containsExactly("a");
    assertThat(passing(Filter.Typed.containing("petit moulin"))).containsExactly("d");
  }

  @Test
  void leavesOutWhatMustNotBeThere() {
    Filter.Typed without =
        new Filter.Typed(null, null, List.of(), List.of(), List.of(), List.of("mill", "moulin"));
    assertThat(passing(without)).containsExactly("c");
  }

  @Test
  void needsAllCategoriesAndTheYears() {
    Filter.Typed typed =
        new Filter.Typed(
            PublicationDate.ofYear(2018),
            PublicationDate.ofYear(2019),
            List.of(),
            List.of("GEO", "bees"),
            List.of(),
            List.of());
    assertThat(passing(typed)).containsExactly("a");
  }

  @Test
  void countsWhatPassesAsThePapersWriteIt() {
    Samples.look(
        directory,
        snapshot -> {
          Facets all = snapshot.contents().facets(Filter.NONE);
          assertThat(all.papers()).isEqualTo(4);
          assertThat(all.categories())
              .containsExactly(new Facets.Count("geo.Wind", 3), new Facets.Count("Bees", 2));
          assertThat(all.years()).hasToString("{2019=1, 2020=1, 2021=2}");
          assertThat(all.languages())
              .containsExactly(new Facets.Count("en", 3), new Facets.Count("fr", 1));
          assertThat(snapshot.contents().facets(List.of(Samples.find(snapshot, "c"))).categories())
              .containsExactly(new Facets.Count("Bees", 1));
        });
  }

  @Test
  void knowsCategoriesAndSuggestsSimilarOnes() {
    Samples.look(
        directory,
        snapshot -> {
          assertThat(snapshot.contents().hasCategory("GEO")).isTrue();
          assertThat(snapshot.contents().hasCategory("geo.wind")).isTrue();
          assertThat(snapshot.contents().hasCategory("ge")).isFalse();
          assertThat(snapshot.contents().suggestCategories("beez", 5)).containsExactly("Bees");
          assertThat(snapshot.contents().suggestCategories("geo.Water", 5)).contains("geo.Wind");
        });
  }

  private static List<String> completions(String typed) {
    return completions(directory, typed);
  }

  private static List<String> completions(Path where, String typed) {
    List<String> texts = new ArrayList<>();
    Samples.look(
        where,
        snapshot ->
            snapshot
                .contents()
                .complete(typed, 10)
                .forEach(each -> texts.add(each.text() + " " + each.papers())));
    return texts;
  }

  @Test
  void completesCategoriesThenPersonsThenTitles() {
    assertThat(completions("bee")).containsExactly("Bees 2");
    assertThat(completions("ge")).containsExactly("geo 3", "geo.Wind 3");
    assertThat(completions("ada")).containsExactly("Ada Roe 2", "Ada Lee 1", "Adam Poe 1");
    assertThat(completions("ada ")).containsExactly("Ada Roe 2", "Ada Lee 1");
    assertThat(completions("ROE, a")).containsExactly("Ada Roe 2", "A. Roe 1");
    assertThat(completions("small w")).containsExactly("Small wind mills 1");
    assertThat(completions("a")).isEmpty();
    assertThat(completions("?!")).isEmpty();
  }

  @Test
  void completesNothingThatWasDeleted(@TempDir Path other) {
    write(other);
    Samples.change(other, writer -> writer.delete(new PaperId("c")));
    assertThat(completions(other, "sleep")).isEmpty();
    assertThat(completions(other, "bee")).containsExactly("Bees 1");
  }
}
