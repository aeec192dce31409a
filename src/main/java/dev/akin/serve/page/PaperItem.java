package dev.akin.serve.page;

import dev.akin.index.word.WordPlaces;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.recommend.Recommendation;
import dev.akin.write.text.ScoreText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A paper in a list.
///
/// @param score of a recommendation, such as `1.078`; absent elsewhere
/// @param versions other papers that are the same work; may be empty
/// @param why it was recommended; absent if that is not said
/// @param steps how to go on from it; absent if the list leads nowhere
record PaperItem(
    PaperFacts paper,
    @Nullable String score,
    List<Link> versions,
    @Nullable WhyView why,
    @Nullable Steps steps) {
  /// What a reader can do with a related paper.
  ///
  /// @param more finds papers that are like it, too
  /// @param not finds papers that are not like it
  record Steps(String more, String not) {}

  static PaperItem of(Paper paper, PageWriter page) {
    return new PaperItem(PaperFacts.of(paper, WordPlaces.NONE, page), null, List.of(), null, null);
  }

  /// A paper that was found for a query.
  ///
  /// @param words of the query, which are marked
  static PaperItem of(Recommendation result, WordPlaces words, PageWriter page) {
    String score = ScoreText.of(result.score());
    return new PaperItem(
        PaperFacts.of(result.paper(), words, page),
        score.isEmpty() ? null : score,
        versions(result.versions(), page),
        result.why() == null ? null : WhyView.of(result.why(), result.paper(), page.messages()),
        null);
  }

  static List<Link> versions(List<PaperId> ids, PageWriter page) {
    return ids.stream().map(id -> new Link(id.value(), page.links().paper(id))).toList();
  }

  /// The same without the score.
  PaperItem withoutScore() {
    return new PaperItem(paper, null, versions, why, steps);
  }

  /// The same, with one of some persons in front of the other authors.
  PaperItem naming(List<String> persons, PageWriter page) {
    return new PaperItem(paper.naming(persons, page), score, versions, why, steps);
  }

  /// The same without the date.
  PaperItem withoutDate() {
    return new PaperItem(paper.withoutDate(), score, versions, why, steps);
  }

  /// The same with ways to go on.
  PaperItem with(Steps next) {
    return new PaperItem(paper, score, versions, why, next);
  }

  boolean hasVersions() {
    return !versions.isEmpty();
  }
}
