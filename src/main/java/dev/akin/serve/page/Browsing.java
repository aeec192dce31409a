package dev.akin.serve.page;

import dev.akin.index.IndexSnapshot;
import dev.akin.index.catalog.BrowsePosition;
import dev.akin.index.search.Filter;
import dev.akin.serve.request.RequestKey;
import dev.akin.write.AnswerJson;
import dev.akin.write.PaperFields;
import dev.akin.write.PaperList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A request for a page of the list of papers by date.
///
/// @param after the last paper of the previous page; absent for the first page
/// @param limit maximum number of papers
///
/// @hidden public for its own room only
public record Browsing(
    Filter filter, @Nullable BrowsePosition after, int limit, PaperFields fields) {
  /// The page in one commit.
  public Content of(IndexSnapshot snapshot, RequestKey asked, Pages pages) {
    return new Part(this, snapshot, asked, pages);
  }

  /// The papers of the page.
  Page page(IndexSnapshot snapshot) {
    return Page.of(snapshot, filter, after, limit);
  }

  private String title() {
    String category = String.join(", ", filter.categories());
    return category.isEmpty() ? "Newest papers" : "Newest in " + category;
  }

  private record Part(Browsing browsing, IndexSnapshot snapshot, RequestKey asked, Pages pages)
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
      return pages.list(ListView.of(browsing.title(), browsing, asked, snapshot));
    }
  }
}
