package dev.akin.serve.page;

import dev.akin.index.word.WordPlaces;
import dev.akin.paper.Paper;
import dev.akin.recommend.Answer;
import dev.akin.recommend.Recommendation;
import dev.akin.recommend.SearchBox;
import dev.akin.recommend.SearchFacets;
import dev.akin.recommend.query.RecommendOptions;
import dev.akin.recommend.understand.ReadAs;
import dev.akin.recommend.understand.Understood;
import dev.akin.serve.request.Address;
import dev.akin.serve.request.ParameterReader;
import dev.akin.write.list.PaperList;
import dev.akin.write.text.NothingFound;
import dev.akin.write.text.ScoreText;
import dev.akin.write.text.UnderstoodText;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The page with what somebody searched for.
///
/// @param understood how the typed query was read; absent if there is nothing to say
/// @param other another reading of it; absent if there is none
/// @param count how many there are; absent if there are none
/// @param orders the orders that the results can have; empty if there is only one
/// @param results in that order; of a longer list those that the reader has seen
/// @param added the others of a longer list
/// @param notes what else people must know about them; may be empty
/// @param nothing why there are no results; absent if there are some
/// @param closeness the list with the papers that were not close enough, or without them again;
///   absent if there are none
/// @param more the address of a longer list; absent if there are no more results
/// @param followed the search with its filters, as somebody would type it
/// @param follow the folder with nothing but this search
/// @param bibtex the list as a file of BibTeX
record SearchView(
    String heading,
    @Nullable String understood,
    @Nullable Link other,
    @Nullable String count,
    List<Choice> orders,
    List<PaperItem> results,
    List<PaperItem> added,
    List<String> notes,
    @Nullable String nothing,
    @Nullable Link closeness,
    @Nullable String more,
    String followed,
    String follow,
    String bibtex,
    FilterView filters) {
  /// The name of the parameter for the order of results.
  static final String SORT = "sort";

  /// Its value for the newest first.
  static final String BY_DATE = "date";

  private static final String FLOOR = "floor";
  private static final String NO_FLOOR = "0";

  /// @param limit how many results the page shows at most
  static SearchView of(SearchBox.Counted found, int limit, Address asked, PageWriter page) {
    Answer answer = found.answer();
    SearchFacets facets = found.facets();
    Understood understood = Objects.requireNonNull(answer.understood());
    List<Recommendation> results = sorted(answer, asked);
    UnderstoodText text = new UnderstoodText(page.messages());
    String followed = SearchFilter.with(understood.typed().text(), asked);
    return new SearchView(
        page.messages().text("papersFor", understood.typed().text()),
        text.of(understood),
        other(understood, text, asked, page),
        results.isEmpty() ? null : count(results.size(), facets, page),
        results.size() < 2 || ScoreText.isByDate(answer) ? List.of() : orders(asked, page),
        results.stream().limit(seen(limit)).map(result -> item(result, understood, page)).toList(),
        results.stream()
            .limit(limit)
            .skip(seen(limit))
            .map(result -> item(result, understood, page))
            .toList(),
        ScoreText.notes(answer, page.messages()),
        results.isEmpty() ? NothingFound.reason(answer, page.messages()) : null,
        closeness(answer, asked, page),
        results.size() > limit ? more(limit, asked, page) : null,
        followed,
        page.links().to(Address.of("/follow").with(FolderContent.SEARCH, followed)),
        Links.api("/v1/search", asked.without("limit", SORT).parameters(), "bibtex"),
        FilterView.of(facets.facets(), asked, FilterView.Years.LISTED, page));
  }

  /// The first results of a longer list are those that the reader has seen.
  private static int seen(int limit) {
    return limit > Page.SIZE ? limit - Page.SIZE : limit;
  }

  private static String count(int results, SearchFacets facets, PageWriter page) {
    int counted = facets.facets().papers();
    return results < RecommendOptions.MAX_LIMIT || counted > results
        ? page.messages().text("nPapers", Math.max(results, counted))
        : page.messages().text("closest", results);
  }

  private static List<Recommendation> sorted(Answer answer, Address asked) {
    return asked.all(SORT).contains(BY_DATE)
        ? PaperList.newest(answer, answer.results().size(), null).papers().stream()
            .flatMap(listed -> Stream.ofNullable(listed.found()))
            .toList()
        : answer.results();
  }

  private static PaperItem item(Recommendation result, Understood understood, PageWriter page) {
    Paper paper = result.paper();
    WordPlaces words =
        WordPlaces.of(
            String.join(" ", understood.typed().phrases()) + " " + understood.words(),
            paper.language());
    return PaperItem.of(result, words, page).withoutScore().naming(understood.persons(), page);
  }

  private static @Nullable Link other(
      Understood understood, UnderstoodText text, Address asked, PageWriter page) {
    ReadAs other = understood.other();
    return other == null
        ? null
        : new Link(
            text.of(other, understood.typed().text()),
            page.links().to(asked.with(ParameterReader.READ, other.label())));
  }

  private static List<Choice> orders(Address asked, PageWriter page) {
    boolean byDate = asked.all(SORT).contains(BY_DATE);
    return List.of(
        new Choice(
            page.messages().text("byRelevance"), page.links().to(asked.without(SORT)), !byDate),
        new Choice(
            page.messages().text("byDate"), page.links().to(asked.with(SORT, BY_DATE)), byDate));
  }

  private static @Nullable Link closeness(Answer answer, Address asked, PageWriter page) {
    if (asked.all(FLOOR).contains(NO_FLOOR)) {
      return new Link(page.messages().text("onlyClose"), page.links().to(asked.without(FLOOR)));
    }
    return answer.belowFloor() == 0
        ? null
        : new Link(page.messages().text("lessClose"), page.links().to(asked.with(FLOOR, NO_FLOOR)));
  }

  private static String more(int limit, Address asked, PageWriter page) {
    int longer = Math.min(limit + Page.SIZE, RecommendOptions.MAX_LIMIT);
    return page.links().to(asked.with("limit", Integer.toString(longer))) + "#added";
  }

  boolean hasAdded() {
    return !added.isEmpty();
  }
}
