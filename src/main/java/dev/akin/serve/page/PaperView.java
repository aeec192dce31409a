package dev.akin.serve.page;

import dev.akin.index.word.WordPlaces;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.recommend.Answer;
import dev.akin.recommend.Recommendation;
import dev.akin.recommend.query.Aspect;
import dev.akin.serve.request.Address;
import dev.akin.write.list.ListFormat;
import dev.akin.write.list.PaperList;
import dev.akin.write.text.NothingFound;
import dev.akin.write.text.ScoreText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The page of one paper.
///
/// @param abstractText may be empty
/// @param doi absent if it is not known
/// @param versions other papers that are the same work; may be empty
/// @param bibtex the paper as an entry of BibTeX
/// @param ris the paper as a record of RIS
/// @param bibtexFile address of the entry as a file
/// @param risFile address of the record as a file
/// @param aspects in what the related papers are to be alike; empty if the aspects make no sense
/// @param newer shows only newer papers, or all again; absent if the paper has no date
/// @param wishes what else the list follows; may be empty
/// @param related papers, highest score first
/// @param scores what the scores mean; absent if there are no related papers
/// @param nothing why there are no related papers; absent if there are some
/// @param feed of the newest related papers
/// @param follow the folder with nothing but this paper
/// @param onMap the map with the paper chosen; absent if there is no map
record PaperView(
    PaperFacts paper,
    String abstractText,
    @Nullable String doi,
    List<Link> versions,
    String bibtex,
    String ris,
    String bibtexFile,
    String risFile,
    List<Choice> aspects,
    @Nullable Choice newer,
    List<Wish> wishes,
    List<PaperItem> related,
    @Nullable String scores,
    @Nullable String nothing,
    String feed,
    String follow,
    @Nullable String onMap) {
  /// The names of the parameters that only this page has.
  static final String MORE = "more";

  static final String NOT = "not";
  static final String NEWER = "newer";
  static final String ASPECT = "aspect";

  /// A paper that the reader wants more of, or less.
  ///
  /// @param isWanted whether more like it is wanted
  /// @param without the page without it
  record Wish(String title, boolean isWanted, String without) {}

  /// @param asked address of the page
  /// @param answer the related papers; empty if the paper says nothing of the aspect that is asked
  ///   for
  /// @param paper as the index has it
  static PaperView of(
      Paper paper, Optional<Answer> answer, PaperList alone, Address asked, PageWriter page) {
    List<Recommendation> results = answer.map(Answer::results).orElse(List.of());
    return new PaperView(
        PaperFacts.of(paper, WordPlaces.NONE, page),
        paper.abstractText(),
        paper.doi(),
        PaperItem.versions(answer.map(Answer::versions).orElse(List.of()), page),
        ListFormat.BIBTEX.write(alone).strip(),
        ListFormat.RIS.write(alone).strip(),
        file(paper, "bibtex"),
        file(paper, "ris"),
        aspects(asked, page),
        paper.date() == null ? null : newer(asked, page),
        answer.map(found -> wishes(found, asked, page)).orElse(List.of()),
        results.stream().map(result -> item(result, asked, page)).toList(),
        results.isEmpty() ? null : ScoreText.explain(answer.orElseThrow(), page.messages()),
        nothing(answer, page),
        Links.api("/v1/related", Map.of("id", List.of(paper.id().value())), "atom"),
        page.links().to(Address.of("/follow").with("id", paper.id().value())),
        page.pages().hasMap() ? Links.onMap(paper.id()) : null);
  }

  private static String file(Paper paper, String format) {
    return Links.api("/v1/paper", Map.of("id", List.of(paper.id().value())), format);
  }

  private static @Nullable String nothing(Optional<Answer> answer, PageWriter page) {
    if (answer.isEmpty()) {
      return page.messages().text("noAspect");
    }
    return answer.get().results().isEmpty()
        ? NothingFound.reason(answer.get(), page.messages())
        : null;
  }

  private static PaperItem item(Recommendation result, Address asked, PageWriter page) {
    String id = result.paper().id().value();
    return PaperItem.of(result, WordPlaces.NONE, page)
        .with(
            new PaperItem.Steps(
                page.links().to(asked.adding(MORE, id)), page.links().to(asked.adding(NOT, id))));
  }

  private static List<Choice> aspects(Address asked, PageWriter page) {
    List<Choice> aspects = new ArrayList<>();
    List<String> chosen = asked.all(ASPECT);
    aspects.add(
        new Choice(
            page.messages().text("everything"),
            page.links().to(asked.without(ASPECT)),
            chosen.isEmpty()));
    for (Aspect aspect : Aspect.values()) {
      aspects.add(
          new Choice(
              page.messages().text(aspect.label()),
              page.links().to(asked.with(ASPECT, aspect.label())),
              chosen.contains(aspect.label())));
    }
    return aspects;
  }

  private static Choice newer(Address asked, PageWriter page) {
    boolean isOn = asked.all(NEWER).contains("true");
    return new Choice(
        page.messages().text("newerOnly"),
        page.links().to(isOn ? asked.without(NEWER) : asked.with(NEWER, "true")),
        isOn);
  }

  private static List<Wish> wishes(Answer answer, Address asked, PageWriter page) {
    List<Wish> wishes = new ArrayList<>();
    answer.liked().stream()
        .skip(1)
        .forEach(paper -> wishes.add(wish(paper, true, MORE, asked, page)));
    answer.disliked().forEach(paper -> wishes.add(wish(paper, false, NOT, asked, page)));
    return wishes;
  }

  private static Wish wish(
      Paper paper, boolean isWanted, String parameter, Address asked, PageWriter page) {
    PaperId id = paper.id();
    return new Wish(
        paper.titleOrId(), isWanted, page.links().to(asked.withoutValue(parameter, id.value())));
  }

  boolean hasVersions() {
    return !versions.isEmpty();
  }

  boolean hasWishes() {
    return !wishes.isEmpty();
  }
}
