package dev.akin.serve.page;

import dev.akin.index.word.WordPlaces;
import dev.akin.paper.Holding;
import dev.akin.paper.Paper;
import dev.akin.write.text.Messages;
import dev.akin.write.text.WebLink;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a page says about a paper.
///
/// @param href address of its own page
/// @param start the first words of the abstract; may be empty
/// @param rest the other words; may be empty
/// @param titleOnly whether it has no abstract
/// @param few its authors, if they are few
/// @param many its authors, if they are more than a line should name; otherwise absent
/// @param container the journal, proceedings or book; absent if it is not known
/// @param language its name; absent if it is English
/// @param isOpen whether it is declared to be open access
/// @param link where people read it; absent unless it is an http or https address
record PaperFacts(
    String id,
    String href,
    List<Piece> title,
    List<Piece> start,
    List<Piece> rest,
    boolean titleOnly,
    List<Link> few,
    @Nullable Many many,
    @Nullable String date,
    @Nullable String container,
    @Nullable String language,
    boolean isOpen,
    List<Link> categories,
    @Nullable String link) {
  /// More authors have a line of their own that opens.
  private static final int FEW_AUTHORS = 3;

  /// The length of the part of an abstract that is always shown.
  private static final int START_CHARS = 220;

  /// Authors who are shown on demand.
  ///
  /// @param label one of them, and how many more there are
  record Many(String label, List<Link> names) {
    static Many of(List<Link> names, String first, PageWriter page) {
      return new Many(page.messages().text("andMore", first, names.size() - 1), names);
    }
  }

  /// @param words of a query, which are marked
  static PaperFacts of(Paper paper, WordPlaces words, PageWriter page) {
    String text = paper.abstractText();
    int cut = cut(text);
    boolean isFew = paper.authors().size() <= FEW_AUTHORS;
    List<Link> authors =
        paper.authors().stream().map(name -> new Link(name, page.links().author(name))).toList();
    return new PaperFacts(
        paper.id().value(),
        page.links().paper(paper.id()),
        Piece.of(paper.title().isBlank() ? page.messages().text("noTitle") : paper.title(), words),
        Piece.of(text.substring(0, cut), words),
        Piece.of(text.substring(cut), words),
        paper.titleOnly(),
        isFew ? authors : List.of(),
        isFew ? null : Many.of(authors, authors.getFirst().name(), page),
        paper.date() == null ? null : page.dates().of(paper.date()),
        paper.publication().container().isEmpty() ? null : paper.publication().container(),
        language(paper, page.messages()),
        paper.holding().access() == Holding.AccessRight.OPEN,
        paper.categories().stream()
            .map(name -> new Link(name, page.links().category(name)))
            .toList(),
        WebLink.of(paper));
  }

  private static @Nullable String language(Paper paper, Messages messages) {
    String code = paper.language();
    return code == null || paper.inUsualLanguage() ? null : messages.languageName(code);
  }

  /// Where an abstract is folded: at the end of a word, and not for a few words.
  private static int cut(String text) {
    if (text.length() <= START_CHARS * 3 / 2) {
      return text.length();
    }
    int space = text.indexOf(' ', START_CHARS);
    return space < 0 ? text.length() : space;
  }

  /// The same, with one of some persons in front of the other authors.
  PaperFacts naming(List<String> persons, PageWriter page) {
    if (many == null) {
      return this;
    }
    return many.names.stream()
        .map(Link::name)
        .filter(persons::contains)
        .findFirst()
        .map(name -> with(Many.of(many.names, name, page), date))
        .orElse(this);
  }

  /// The same without the date.
  PaperFacts withoutDate() {
    return with(many, null);
  }

  private PaperFacts with(@Nullable Many authors, @Nullable String day) {
    return new PaperFacts(
        id,
        href,
        title,
        start,
        rest,
        titleOnly,
        few,
        authors,
        day,
        container,
        language,
        isOpen,
        categories,
        link);
  }

  /// Whether the abstract is folded.
  boolean hasRest() {
    return rest.size() > 1 || !rest.getFirst().plain().isEmpty();
  }
}
