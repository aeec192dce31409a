package dev.akin.serve.page;

import dev.akin.recommend.Answer;
import java.util.List;

/// The page of one paper.
///
/// @param related what is akin to it, best first
/// @param versions of the same work; may be none
/// @param nothing why nothing is related, if so
/// @param source what the papers come from
record PaperView(
    PaperItem paper,
    List<PaperItem> related,
    List<PaperItem.Version> versions,
    String nothing,
    String source) {
  static PaperView of(Answer answer) {
    return new PaperView(
        PaperItem.of(answer.liked().getFirst()),
        answer.results().stream().map(PaperItem::of).toList(),
        answer.versions().stream().map(PaperItem.Version::of).toList(),
        answer.belowFloor() > 0
            ? "Nothing here is close enough to it."
            : "Nothing: there is no text to go by, or no other paper.",
        ListView.source(answer.index()));
  }
}
