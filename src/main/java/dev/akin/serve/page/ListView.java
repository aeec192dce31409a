package dev.akin.serve.page;

import dev.akin.index.IndexSnapshot;
import dev.akin.index.commit.IndexInfo;
import dev.akin.recommend.Answer;
import dev.akin.recommend.query.Example;
import dev.akin.recommend.query.Query;
import dev.akin.recommend.query.Weighted;
import dev.akin.serve.request.RequestKey;
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
  /// A part of the list by date.
  static ListView of(String title, Browsing browsing, RequestKey asked, IndexSnapshot snapshot) {
    Page page = browsing.page(snapshot);
    return new ListView(
        title + " (%,d)".formatted(snapshot.count(browsing.filter())),
        "",
        page.papers().stream().map(PaperItem::of).toList(),
        page.next() == null ? null : asked.with("after", page.next().toString()),
        source(snapshot.info()));
  }

  /// What was recommended.
  static ListView of(String title, Answer answer) {
    return new ListView(
        title,
        phrase(answer.query()),
        answer.results().stream().map(PaperItem::of).toList(),
        null,
        source(answer.index()));
  }

  private static String phrase(Query query) {
    return query.positives().stream()
        .map(Weighted::example)
        .filter(Example.ForPhrase.class::isInstance)
        .map(example -> ((Example.ForPhrase) example).phrase())
        .findFirst()
        .orElse("");
  }

  /// What a page's last line says.
  static String source(IndexInfo index) {
    return "%,d papers · model %s · build %s, commit %d"
        .formatted(index.papers(), index.models(), index.build(), index.commit());
  }
}
