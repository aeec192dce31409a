package dev.akin.digest.page;

import dev.akin.base.Printable;
import dev.akin.digest.list.Digest;
import dev.akin.digest.list.DigestList;
import dev.akin.digest.list.DigestPaper;
import dev.akin.paper.Paper;
import dev.akin.write.text.ShortText;
import dev.akin.write.text.WebLink;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the templates of a digest show.
///
/// @param count such as `12 new papers`
/// @param since such as `published since 2026-05-01`; absent for papers of any date
/// @param source which index and model the digest comes from
record DigestView(
    String title,
    String day,
    String count,
    @Nullable String since,
    List<ListBlock> lists,
    String source,
    @Nullable String unsubscribe) {
  private static final int EXCERPT_CHARS = 400;
  private static final int MAX_AUTHORS = 8;

  /// A list of papers.
  ///
  /// @param more such as `3 more in the next digest`; absent if there are none
  record ListBlock(
      String heading, @Nullable String note, List<PaperBlock> papers, @Nullable String more) {}

  /// A paper.
  ///
  /// @param link where people read it; absent if it is not on the web
  /// @param facts authors, date, venue and categories
  /// @param excerpt the beginning of the abstract; absent if there is none
  /// @param why absent if the heading says it
  /// @param versions other ids of the work; absent if there are none
  record PaperBlock(
      String title,
      @Nullable String link,
      String facts,
      @Nullable String excerpt,
      @Nullable String why,
      @Nullable String versions) {}

  static DigestView of(Digest digest, DigestLook look) {
    return new DigestView(
        look.title(),
        digest.day().toString(),
        Printable.count(digest.papers().size(), "new paper"),
        digest.window().first() == null ? null : "published since " + digest.window().first(),
        digest.lists().stream().map(DigestView::list).toList(),
        "Each paper is listed once. Made by akin from %s, with the model %s."
            .formatted(Printable.count(digest.index().papers(), "paper"), digest.index().models()),
        look.unsubscribe());
  }

  private static ListBlock list(DigestList list) {
    return new ListBlock(
        list.heading(),
        list.note(),
        list.papers().stream().map(DigestView::paper).toList(),
        list.more() == 0 ? null : list.more() + " more in the next digest");
  }

  private static PaperBlock paper(DigestPaper listed) {
    Paper paper = listed.paper();
    return new PaperBlock(
        paper.titleOrId(),
        WebLink.orDoi(paper),
        String.join(" · ", facts(paper)),
        paper.abstractText().isBlank() ? null : ShortText.of(paper.abstractText(), EXCERPT_CHARS),
        listed.near() == null ? null : "Close to “" + listed.near() + "”",
        listed.versions().isEmpty()
            ? null
            : "Also as "
                + String.join(
                    ", ", listed.versions().stream().map(version -> version.value()).toList()));
  }

  private static List<String> facts(Paper paper) {
    List<String> facts = new ArrayList<>();
    if (!paper.authors().isEmpty()) {
      facts.add(authors(paper.authors()));
    }
    if (!paper.publication().container().isEmpty()) {
      facts.add(paper.publication().container());
    }
    if (paper.date() != null) {
      facts.add(paper.date().toString());
    }
    if (!paper.categories().isEmpty()) {
      facts.add(String.join(", ", paper.categories()));
    }
    facts.add(paper.id().value());
    return facts;
  }

  private static String authors(List<String> authors) {
    String first = String.join(", ", authors.stream().limit(MAX_AUTHORS).toList());
    return authors.size() > MAX_AUTHORS
        ? first + " and " + (authors.size() - MAX_AUTHORS) + " more"
        : first;
  }
}
