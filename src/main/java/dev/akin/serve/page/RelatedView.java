package dev.akin.serve.page;

import dev.akin.index.word.WordPlaces;
import dev.akin.recommend.Answer;
import dev.akin.write.list.ListTitle;
import dev.akin.write.text.NothingFound;
import dev.akin.write.text.ScoreText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The page with papers like several papers and texts.
///
/// @param note what the scores mean; absent if there are no results
/// @param nothing why there are no results; absent if there are some
record RelatedView(
    String heading, List<PaperItem> results, @Nullable String note, @Nullable String nothing) {
  static RelatedView of(Answer answer, PageWriter page) {
    boolean isEmpty = answer.results().isEmpty();
    return new RelatedView(
        ListTitle.of(answer, page.messages()),
        answer.results().stream()
            .map(result -> PaperItem.of(result, WordPlaces.NONE, page))
            .toList(),
        isEmpty ? null : ScoreText.explain(answer, page.messages()),
        isEmpty ? NothingFound.reason(answer, page.messages()) : null);
  }
}
