package dev.akin.serve.page;

import dev.akin.index.store.BrowsePosition;
import dev.akin.index.store.Filter;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.paper.Period;
import dev.akin.serve.request.Address;
import dev.akin.serve.request.OptionsReader;
import dev.akin.serve.request.Parameters;
import dev.akin.serve.request.RequestKey;
import dev.akin.write.json.AnswerJson;
import dev.akin.write.list.PaperList;
import dev.akin.write.text.PaperFields;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A request for a page of the list of papers by date.
///
/// @param period the dates that are listed; absent for all
/// @param after the last paper of the previous page; absent for the first page
/// @param limit maximum number of papers
///
/// @hidden public for its own room only
public record Browsing(
    Filter filter,
    @Nullable Period period,
    @Nullable BrowsePosition after,
    int limit,
    PaperFields fields) {
  /// What the parameters of a request ask for.
  ///
  /// @param period the dates that are listed; absent for all
  public static Browsing of(Parameters parameters, @Nullable Period period) {
    return new Browsing(
        OptionsReader.filter(parameters),
        period,
        parameters.one("after", BrowsePosition::parse),
        OptionsReader.limit(parameters, Page.SIZE),
        OptionsReader.fields(parameters));
  }

  /// The page in one commit.
  public Content of(IndexSnapshot snapshot, RequestKey asked, PageWriter page) {
    return new Part(this, snapshot, asked, page);
  }

  /// Which papers are listed.
  Filter effective() {
    return period == null ? filter : filter.within(period);
  }

  /// The papers of the page.
  Page page(IndexSnapshot snapshot) {
    return Page.of(snapshot, effective(), after, limit);
  }

  private String title() {
    String category = String.join(", ", filter.categories());
    return category.isEmpty() ? "Newest papers" : "Newest in " + category;
  }

  private record Part(
      Browsing browsing, IndexSnapshot snapshot, RequestKey asked, PageWriter writer)
      implements Content {
    @Override
    public ObjectNode json() {
      Page page = browsing.page(snapshot);
      return AnswerJson.of(page.papers(), page.next(), snapshot.info(), browsing.fields);
    }

    @Override
    public PaperList list() {
      return PaperList.of(
              browsing.title(), browsing.page(snapshot).papers(), snapshot.info(), asked.self())
          .withFields(browsing.fields);
    }

    @Override
    public String html() {
      Address address = Links.pageOf(asked.address());
      ListView view = ListView.of(browsing, address, snapshot, writer);
      boolean isPlain = browsing.filter.isNone() && browsing.after == null;
      return writer.write(
          "list",
          new Frame.Shown(
              view.heading(),
              "",
              address,
              feeds(address),
              !isPlain,
              ListView.source(snapshot.info(), writer)),
          view);
    }

    /// The newest papers that pass the filter, whatever the period.
    private List<Frame.Feed> feeds(Address address) {
      return List.of(
          new Frame.Feed(
              browsing.title(),
              Links.api("/v1/papers", address.without("after", "limit").parameters(), "atom")));
    }
  }
}
