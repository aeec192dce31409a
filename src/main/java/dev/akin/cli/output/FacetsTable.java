package dev.akin.cli.output;

import dev.akin.base.Printable;
import dev.akin.index.store.Facets;
import dev.akin.recommend.SearchFacets;
import dev.akin.write.text.Messages;
import dev.akin.write.text.UnderstoodText;
import java.util.List;

/// Counts of categories, years and languages as a table for people.
///
/// @hidden public for its own room only
public final class FacetsTable {
  private final Console console;

  public FacetsTable(Console console) {
    this.console = console;
  }

  /// Prints counts.
  public void print(SearchFacets found) {
    Facets facets = found.facets();
    String understood =
        found.understood() == null
            ? null
            : new UnderstoodText(Messages.ENGLISH).of(found.understood());
    if (understood != null) {
      console.out().println(console.faint(Printable.all(understood)));
    }
    console.out().println(Printable.count(facets.papers(), "paper"));
    print("categories", facets.categories());
    print(
        "years",
        facets.years().entrySet().stream()
            .map(year -> new Facets.Count(String.valueOf(year.getKey()), year.getValue()))
            .toList());
    print("languages", facets.languages());
    if (found.note() != null) {
      console.out().println(console.faint(found.note()));
    }
  }

  private void print(String title, List<Facets.Count> counts) {
    if (!counts.isEmpty()) {
      console.out().println();
      console.out().println(console.faint(title));
      for (Facets.Count count : counts) {
        console.out().printf("%,9d  %s%n", count.papers(), Printable.all(count.value()));
      }
    }
  }
}
