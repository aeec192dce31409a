package dev.akin.serve.page;

import dev.akin.index.store.IndexSnapshot;
import dev.akin.recommend.Answer;
import dev.akin.recommend.Recommender;
import dev.akin.recommend.SearchBox;
import dev.akin.recommend.query.RecommendOptions;
import dev.akin.serve.request.Address;
import dev.akin.serve.request.ParsedSearch;
import dev.akin.serve.request.RequestKey;
import dev.akin.write.list.PaperList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// The answer to what somebody typed into the search box.
///
/// @hidden public for its own room only
public record SearchContent(
    SearchBox box, IndexSnapshot snapshot, ParsedSearch search, RequestKey asked, PageWriter page)
    implements Content {
  public static SearchContent of(
      Recommender recommender,
      IndexSnapshot snapshot,
      ParsedSearch search,
      RequestKey asked,
      PageWriter page) {
    return new SearchContent(new SearchBox(recommender), snapshot, search, asked, page);
  }

  private Answer answer(RecommendOptions options) {
    return box.search(
        snapshot, search.typed(), search.readAs(), AnswerContent.options(options, asked));
  }

  private AnswerContent content() {
    RecommendOptions options = search.options();
    return new AnswerContent(answer(options), search.fields(), options.limit(), asked, page);
  }

  @Override
  public ObjectNode json() {
    return content().json();
  }

  @Override
  public PaperList list() {
    return content().list();
  }

  /// Finds as many papers as can be counted and sorted, and shows the first of them.
  @Override
  public String html() {
    SearchBox.Counted found =
        box.counted(
            snapshot,
            search.typed(),
            search.readAs(),
            search.options().withLimit(RecommendOptions.MAX_LIMIT));
    Address address = Links.pageOf(asked.address());
    SearchView view = SearchView.of(found, search.options().limit(), address, page);
    Frame.Feed feed =
        new Frame.Feed(
            view.heading(),
            Links.api(
                "/v1/search", address.without("limit", SearchView.SORT).parameters(), "atom"));
    return page.write(
        "search",
        new Frame.Shown(
            view.heading(),
            search.typed().text(),
            address,
            List.of(feed),
            true,
            ListView.source(snapshot.info(), page)),
        view);
  }
}
