package dev.akin.serve.page;

import dev.akin.paper.Holding;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.recommend.Recommendation;
import dev.akin.write.ScoreText;
import dev.akin.write.WebLink;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A paper on a page.
///
/// @param href address of its own page
/// @param container the journal, proceedings or book; absent if it is not known
/// @param language absent if it is English
/// @param isOpen whether it is declared to be open access
/// @param link where people read it; absent unless it is an http or https address
/// @param score of a recommendation, such as `1.078`; absent elsewhere
/// @param versions other papers that are the same work; may be empty
record PaperItem(
    String href,
    String title,
    String abstractText,
    boolean titleOnly,
    @Nullable String authors,
    @Nullable String date,
    @Nullable String container,
    @Nullable String language,
    boolean isOpen,
    List<Category> categories,
    @Nullable String link,
    @Nullable String score,
    List<Version> versions) {
  /// A category, and the list of its papers.
  record Category(String name, String href) {}

  /// Another paper that is the same work.
  record Version(String id, String href) {
    static Version of(PaperId id) {
      return new Version(id.value(), hrefOf(id));
    }
  }

  static PaperItem of(Paper paper) {
    return of(paper, null, List.of());
  }

  static PaperItem of(Recommendation result) {
    return of(
        result.paper(),
        ScoreText.of(result.score()),
        result.versions().stream().map(Version::of).toList());
  }

  static String hrefOf(PaperId id) {
    return "/paper?id=" + encoded(id.value());
  }

  private static PaperItem of(Paper paper, @Nullable String score, List<Version> versions) {
    return new PaperItem(
        hrefOf(paper.id()),
        paper.title().isBlank() ? "(no title)" : paper.title(),
        paper.abstractText(),
        paper.titleOnly(),
        paper.authors().isEmpty() ? null : String.join(", ", paper.authors()),
        paper.date() == null ? null : paper.date().toString(),
        paper.publication().container().isEmpty() ? null : paper.publication().container(),
        paper.inUsualLanguage() ? null : paper.language(),
        paper.holding().access() == Holding.AccessRight.OPEN,
        paper.categories().stream()
            .map(name -> new Category(name, "/?category=" + encoded(name)))
            .toList(),
        WebLink.of(paper),
        score,
        versions);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
