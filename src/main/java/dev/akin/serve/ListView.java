package dev.akin.serve;

import dev.akin.index.BrowsePosition;
import dev.akin.index.Filter;
import dev.akin.index.IndexInfo;
import dev.akin.recommend.Answer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The page that lists papers.
///
/// @param heading what the list is
/// @param phrase in the search box
/// @param next the address of the next page
/// @param source what the papers come from
record ListView(
    String heading, String phrase, List<PaperItem> papers, @Nullable String next, String source) {
  static ListView newest(Page page, Filter filter, int count, IndexInfo index) {
    String category = String.join(", ", filter.categories());
    String heading = category.isEmpty() ? "Newest papers" : "Newest in " + category;
    return new ListView(
        heading + " (%,d)".formatted(count),
        "",
        page.papers().stream().map(PaperItem::of).toList(),
        page.next() == null ? null : nextPage(filter, page.next()),
        source(index));
  }

  private static String nextPage(Filter filter, BrowsePosition next) {
    StringBuilder href = new StringBuilder("/?after=").append(PaperItem.encoded(next.toString()));
    for (String category : filter.categories()) {
      href.append("&category=").append(PaperItem.encoded(category));
    }
    return href.toString();
  }

  static ListView found(String phrase, Answer answer) {
    return new ListView(
        "Papers for “" + phrase + "”",
        phrase,
        answer.results().stream().map(PaperItem::of).toList(),
        null,
        source(answer.index()));
  }

  /// What a page's last line says.
  static String source(IndexInfo index) {
    return "%,d papers · model %s · build %s, commit %d"
        .formatted(index.papers(), index.models(), index.build(), index.commit());
  }
}
