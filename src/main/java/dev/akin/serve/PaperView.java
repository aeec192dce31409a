package dev.akin.serve;

import dev.akin.recommend.Answer;
import java.util.List;

/// The page of one paper.
///
/// @param related what is akin to it, best first
/// @param source what the papers come from
record PaperView(PaperItem paper, List<PaperItem> related, String source) {
  static PaperView of(Answer answer) {
    return new PaperView(
        PaperItem.of(answer.liked().getFirst()),
        answer.results().stream().map(PaperItem::of).toList(),
        ListView.source(answer.index()));
  }
}
