package dev.akin.serve.page;

import dev.akin.index.store.Facets;
import dev.akin.serve.request.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// What a list can be filtered by, and what it is filtered by.
///
/// @param chosen filters that are on; each leads to the list without it
/// @param groups values to filter by, with how many papers of the list have them
/// @param author the form that filters by an author
record FilterView(List<Link> chosen, List<FilterGroup> groups, AuthorForm author) {
  private static final int MAX_VALUES = 12;
  private static final int MAX_YEARS = 15;

  /// The parameters that filter a list.
  private static final List<String> NAMES =
      List.of("category", "author", "language", "from", "to", "access", "collection", "source");

  private static final Set<String> DATES = Set.of("from", "to");

  /// Values of one kind.
  record FilterGroup(String heading, List<Value> values) {}

  /// A value, and how many papers of the list have it.
  record Value(String name, String href, String papers) {}

  /// A form that keeps the other filters.
  record AuthorForm(String action, List<Field> fields) {}

  /// A value that a form sends along.
  record Field(String name, String value) {}

  /// @param facets of the papers of the list
  /// @param asked address of the list
  static FilterView of(Facets facets, Address asked, Years years, PageWriter page) {
    Address list = asked.without("after", "limit");
    List<FilterGroup> groups = new ArrayList<>();
    add(groups, "category", facets.categories(), list, Function.identity(), page);
    if (years == Years.LISTED) {
      addYears(groups, facets, list, page);
    }
    if (facets.languages().size() > 1 || !list.all("language").isEmpty()) {
      add(groups, "language", facets.languages(), list, page.messages()::languageName, page);
    }
    return new FilterView(chosen(list, page), groups, form(list, page));
  }

  /// Whether years are a group.
  enum Years {
    LISTED,
    /// The list has a calendar.
    IN_CALENDAR
  }

  private static void add(
      List<FilterGroup> groups,
      String name,
      List<Facets.Count> counts,
      Address list,
      Function<String, String> label,
      PageWriter page) {
    List<Value> values =
        counts.stream()
            .filter(count -> !list.all(name).contains(count.value()))
            .limit(MAX_VALUES)
            .map(
                count ->
                    new Value(
                        label.apply(count.value()),
                        page.links().to(list.adding(name, count.value())),
                        page.messages().number(count.papers())))
            .toList();
    if (!values.isEmpty()) {
      groups.add(new FilterGroup(page.messages().text(name), values));
    }
  }

  private static void addYears(
      List<FilterGroup> groups, Facets facets, Address list, PageWriter page) {
    List<Value> values =
        facets.years().reversed().entrySet().stream()
            .limit(MAX_YEARS)
            .map(
                year ->
                    new Value(
                        year.getKey().toString(),
                        page.links()
                            .to(
                                list.with("from", year.getKey().toString())
                                    .with("to", year.getKey().toString())),
                        page.messages().number(year.getValue())))
            .toList();
    if (values.size() > 1) {
      groups.add(new FilterGroup(page.messages().text("year"), values));
    }
  }

  private static List<Link> chosen(Address list, PageWriter page) {
    List<Link> chosen = new ArrayList<>();
    if (!list.all("from").isEmpty() && list.all("from").equals(list.all("to"))) {
      String year = list.all("from").getFirst();
      chosen.add(chip("year", year, list.without("from", "to"), page));
      return addChosen(chosen, list, NAMES.stream().filter(name -> !DATES.contains(name)), page);
    }
    return addChosen(chosen, list, NAMES.stream(), page);
  }

  private static List<Link> addChosen(
      List<Link> chosen, Address list, Stream<String> names, PageWriter page) {
    names.forEach(
        name ->
            list.all(name)
                .forEach(
                    value -> chosen.add(chip(name, value, list.withoutValue(name, value), page))));
    return chosen;
  }

  private static Link chip(String name, String value, Address without, PageWriter page) {
    String shown = name.equals("language") ? page.messages().languageName(value) : value;
    return new Link(
        page.messages().text("labeled", page.messages().text(name), shown),
        page.links().to(without));
  }

  private static AuthorForm form(Address list, PageWriter page) {
    Address rest =
        page.links().language() == null ? list : list.with(Links.LANGUAGE, page.links().language());
    List<Field> fields = new ArrayList<>();
    rest.parameters()
        .forEach((name, values) -> values.forEach(value -> fields.add(new Field(name, value))));
    return new AuthorForm(list.path(), fields);
  }

  boolean hasChosen() {
    return !chosen.isEmpty();
  }
}
