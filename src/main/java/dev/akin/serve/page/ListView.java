package dev.akin.serve.page;

import dev.akin.base.Printable;
import dev.akin.index.IndexSnapshot;
import dev.akin.index.catalog.Facets;
import dev.akin.index.commit.IndexInfo;
import dev.akin.recommend.Answer;
import dev.akin.recommend.LibraryAnswer;
import dev.akin.recommend.query.Example;
import dev.akin.recommend.query.Query;
import dev.akin.recommend.query.Weighted;
import dev.akin.recommend.understand.ReadAs;
import dev.akin.recommend.understand.Understood;
import dev.akin.serve.request.ParameterReader;
import dev.akin.serve.request.RequestKey;
import dev.akin.write.LibraryText;
import dev.akin.write.NothingFound;
import dev.akin.write.ScoreText;
import dev.akin.write.UnderstoodText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The page that lists papers.
///
/// @param heading what the list is
/// @param phrase the text in the search box
/// @param understood how the typed query was read; absent if there is nothing to say
/// @param other another reading of it; absent if there is none
/// @param categories the most frequent ones of the list; absent if there are none, and where only a
///   part of a list is shown
/// @param note what the scores mean, or how many papers there are; absent for an empty list
/// @param nothing why there are no papers; absent if there are some
/// @param next the address of the next page; absent on the last
/// @param source which index, model and commit the page comes from
record ListView(
    String heading,
    String phrase,
    List<PaperItem> papers,
    @Nullable String understood,
    @Nullable Other other,
    @Nullable Categories categories,
    @Nullable String note,
    @Nullable String nothing,
    @Nullable String next,
    String source) {
  private static final int MAX_CATEGORIES = 12;

  record Categories(List<CountedCategory> counts) {}

  /// A category and how many papers of the list have it.
  record CountedCategory(String name, String href, String papers) {
    static CountedCategory of(Facets.Count count) {
      return new CountedCategory(
          count.value(),
          "/?category=" + PaperItem.encoded(count.value()),
          Printable.count(count.papers()));
    }
  }

  /// Another reading of a typed query.
  record Other(String text, String href) {}

  /// A page of the list by date.
  static ListView of(String title, Browsing browsing, RequestKey asked, IndexSnapshot snapshot) {
    Page page = browsing.page(snapshot);
    return new ListView(
        title,
        "",
        page.papers().stream().map(PaperItem::of).toList(),
        null,
        null,
        browsing.after() == null ? categories(browsing, snapshot) : null,
        page.papers().isEmpty()
            ? null
            : Printable.count(snapshot.count(browsing.filter()), "paper"),
        page.papers().isEmpty() ? "No papers found." : null,
        page.next() == null ? null : asked.with("after", page.next().toString()),
        source(snapshot.info()));
  }

  private static @Nullable Categories categories(Browsing browsing, IndexSnapshot snapshot) {
    List<CountedCategory> counts =
        snapshot.contents().facets(browsing.filter()).categories().stream()
            .limit(MAX_CATEGORIES)
            .map(CountedCategory::of)
            .toList();
    return counts.isEmpty() ? null : new Categories(counts);
  }

  /// The results of a query.
  static ListView of(String title, Answer answer, RequestKey asked) {
    Understood understood = answer.understood();
    return new ListView(
        title,
        understood == null ? phrase(answer.query()) : understood.typed().text(),
        answer.results().stream().map(PaperItem::of).toList(),
        understood == null ? null : UnderstoodText.of(understood),
        understood == null ? null : other(understood, asked),
        null,
        answer.results().isEmpty() ? null : ScoreText.explain(answer),
        answer.results().isEmpty() ? NothingFound.reason(answer) : null,
        null,
        source(answer.index()));
  }

  /// The papers for a library, one interest after the other.
  static ListView of(String title, LibraryAnswer answer) {
    List<PaperItem> papers =
        answer.interests().stream()
            .flatMap(interest -> interest.answer().results().stream())
            .map(PaperItem::of)
            .toList();
    return new ListView(
        title,
        "",
        papers,
        null,
        null,
        null,
        LibraryText.of(answer.counts()),
        papers.isEmpty() ? "No papers found." : null,
        null,
        source(answer.index()));
  }

  private static @Nullable Other other(Understood understood, RequestKey asked) {
    ReadAs other = understood.other();
    return other == null
        ? null
        : new Other(
            UnderstoodText.of(other, understood.typed().text()),
            asked.with(ParameterReader.READ, other.label()));
  }

  private static String phrase(Query query) {
    return query.positives().stream()
        .map(Weighted::example)
        .filter(Example.ForPhrase.class::isInstance)
        .map(example -> ((Example.ForPhrase) example).phrase())
        .findFirst()
        .orElse("");
  }

  /// The last line of a page: which index, model and commit it comes from.
  static String source(IndexInfo index) {
    return "%s · model %s · build %s, commit %d"
        .formatted(
            Printable.count(index.papers(), "paper"),
            index.models(),
            index.build(),
            index.commit());
  }
}
