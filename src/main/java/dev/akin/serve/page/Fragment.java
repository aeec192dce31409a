package dev.akin.serve.page;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.Mustache;
import dev.akin.paper.Paper;
import dev.akin.write.list.ListedPaper;
import dev.akin.write.list.PaperList;
import dev.akin.write.text.WebLink;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A list of papers as a part of another site's page: a list in a `section`, without scripts and
/// styles. It has no heading, because the page knows its own language. Without papers it is empty.
///
/// @hidden public for its own room only
public record Fragment(@Nullable Section section) {
  private static final int MAX_AUTHORS = 3;
  private static final Mustache TEMPLATE =
      new DefaultMustacheFactory("dev/akin/serve/page").compile("fragment.mustache");

  record Section(List<Item> papers) {}

  /// A paper.
  ///
  /// @param link where people read it; absent if that is not known
  /// @param language absent if it is not known
  /// @param facts year, authors and journal; absent if none is known
  record Item(
      String title, @Nullable String link, @Nullable String language, @Nullable String facts) {
    static Item of(Paper paper) {
      String facts =
          Stream.of(year(paper), authors(paper.authors()), paper.publication().container())
              .filter(fact -> !fact.isEmpty())
              .collect(Collectors.joining(" · "));
      return new Item(
          paper.titleOrId(),
          WebLink.orDoi(paper),
          paper.language(),
          facts.isEmpty() ? null : facts);
    }

    private static String authors(List<String> authors) {
      String named = String.join(", ", authors.stream().limit(MAX_AUTHORS).toList());
      return authors.size() > MAX_AUTHORS ? named + " et al." : named;
    }

    private static String year(Paper paper) {
      return paper.date() == null ? "" : Integer.toString(paper.date().year());
    }
  }

  /// A list as HTML.
  public static String of(PaperList list) {
    List<Item> papers = list.papers().stream().map(ListedPaper::paper).map(Item::of).toList();
    StringWriter html = new StringWriter();
    TEMPLATE.execute(html, new Fragment(papers.isEmpty() ? null : new Section(papers)));
    return html.toString();
  }
}
