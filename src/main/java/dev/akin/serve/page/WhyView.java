package dev.akin.serve.page;

import dev.akin.recommend.explain.Why;
import dev.akin.write.Messages;
import dev.akin.write.WhyText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a paper was recommended, on a page.
///
/// @param words that both have and that add most; may be empty
/// @param authors in common; may be empty
/// @param pair the two sentences that are most alike; absent if they are not known
record WhyView(List<String> words, List<String> authors, @Nullable Pair pair) {
  /// Two sentences.
  ///
  /// @param queryRole what the sentence of the query is about; absent if nobody knows
  /// @param paperRole what the sentence of the paper is about; absent likewise
  record Pair(@Nullable String queryRole, String query, @Nullable String paperRole, String paper) {}

  /// Absent if there is nothing to say.
  static @Nullable WhyView of(Why why, Messages messages) {
    WhyView view =
        new WhyView(
            WhyText.words(why).stream().map(Why.TermShare::term).toList(),
            why.authors(),
            why.sentences().stream().findFirst().map(pair -> of(pair, messages)).orElse(null));
    return view.words.isEmpty() && view.authors.isEmpty() && view.pair == null ? null : view;
  }

  private static Pair of(Why.SentencePair pair, Messages messages) {
    return new Pair(
        WhyText.role(pair.queryRole(), messages),
        pair.queryText(),
        WhyText.role(pair.paperRole(), messages),
        pair.paperText());
  }

  boolean hasAuthors() {
    return !authors.isEmpty();
  }

  String authorNames() {
    return String.join(", ", authors);
  }
}
