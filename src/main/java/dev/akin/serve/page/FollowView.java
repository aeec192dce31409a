package dev.akin.serve.page;

import dev.akin.index.word.WordPlaces;
import dev.akin.serve.request.Address;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The page of a reader's folder.
///
/// @param papers that are followed
/// @param searches that are followed
/// @param unknown ids of the folder that the index does not have
/// @param news the newest papers for the folder
/// @param nothing why there are none; absent if there are some, or the folder is empty
/// @param isEmpty whether the folder is empty
/// @param feed of the news; absent if the folder is empty
record FollowView(
    List<Followed> papers,
    List<Followed> searches,
    List<Followed> unknown,
    List<NewsItem> news,
    @Nullable String nothing,
    boolean isEmpty,
    @Nullable String feed) {
  /// A thing that is followed.
  ///
  /// @param without the folder without it
  record Followed(String name, String href, String without) {}

  /// @param because what it is there for
  record NewsItem(PaperItem item, String because) {}

  static FollowView of(
      FolderContent.Folder folder,
      List<FolderContent.FolderNews> news,
      Address asked,
      PageWriter page) {
    Links links = page.links();
    return new FollowView(
        folder.papers().stream()
            .map(
                paper ->
                    new Followed(
                        paper.titleOrId(),
                        links.paper(paper.id()),
                        without(FolderContent.ID, paper.id().value(), asked, page)))
            .toList(),
        folder.searches().stream()
            .map(
                text ->
                    new Followed(
                        text, links.search(text), without(FolderContent.SEARCH, text, asked, page)))
            .toList(),
        folder.unknown().stream()
            .map(
                id ->
                    new Followed(id, links.search(id), without(FolderContent.ID, id, asked, page)))
            .toList(),
        news.stream().map(each -> item(each, page)).toList(),
        news.isEmpty() && !folder.isEmpty() ? page.messages().text("noPapers") : null,
        folder.isEmpty(),
        folder.isEmpty() ? null : asked.without(Links.LANGUAGE).endingWith("format", "atom"));
  }

  private static String without(String name, String value, Address asked, PageWriter page) {
    return page.links().to(asked.withoutValue(name, value));
  }

  private static NewsItem item(FolderContent.FolderNews news, PageWriter page) {
    String because =
        news.because().stream()
            .map(each -> page.messages().text("quoted", each))
            .collect(Collectors.joining(", "));
    return new NewsItem(
        PaperItem.of(news.found(), WordPlaces.NONE, page).withoutScore(),
        page.messages().text("because", because));
  }

  boolean hasPapers() {
    return !papers.isEmpty();
  }

  boolean hasSearches() {
    return !searches.isEmpty();
  }

  boolean hasUnknown() {
    return !unknown.isEmpty();
  }
}
