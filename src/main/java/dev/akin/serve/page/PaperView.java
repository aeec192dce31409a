package dev.akin.serve.page;

import dev.akin.recommend.Answer;
import dev.akin.write.NothingFound;
import dev.akin.write.ScoreText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The page of one paper.
///
/// @param related papers, highest score first
/// @param versions ids of the same work; may be empty
/// @param scores what the scores mean; absent if there are no related papers
/// @param nothing why there are no related papers; absent if there are some
/// @param source which index, model and commit the page comes from
record PaperView(
    PaperItem paper,
    List<PaperItem> related,
    List<PaperItem.Version> versions,
    @Nullable String scores,
    @Nullable String nothing,
    String source) {
  static PaperView of(Answer answer) {
    return new PaperView(
        PaperItem.of(answer.liked().getFirst()),
        answer.results().stream().map(PaperItem::of).toList(),
        answer.versions().stream().map(PaperItem.Version::of).toList(),
        answer.results().isEmpty() ? null : ScoreText.explain(answer),
        answer.results().isEmpty() ? NothingFound.reason(answer) : null,
        ListView.source(answer.index()));
  }
}
