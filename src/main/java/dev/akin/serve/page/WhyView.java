package dev.akin.serve.page;

import dev.akin.index.word.WordPlaces;
import dev.akin.paper.Paper;
import dev.akin.recommend.explain.Why;
import dev.akin.write.text.Messages;
import dev.akin.write.text.WhyText;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Why a paper was recommended, on a page.
///
/// @param words that both have and that add most to the cosine; may be empty
/// @param authors in common; may be empty
/// @param pair the two sentences that are most alike; absent if they are not known
record WhyView(List<String> words, List<String> authors, @Nullable Pair pair) {
  private static final int MAX_WORDS = 6;

  /// Shorter words say little.
  private static final int MIN_LETTERS = 4;

  /// Two sentences.
  ///
  /// @param queryRole what the sentence of the query is about; absent if nobody knows
  /// @param paperRole what the sentence of the paper is about; absent likewise
  record Pair(@Nullable String queryRole, String query, @Nullable String paperRole, String paper) {}

  /// Absent if there is nothing to say.
  static @Nullable WhyView of(Why why, Paper paper, Messages messages) {
    WhyView view =
        new WhyView(
            words(why, paper),
            why.authors(),
            why.sentences().stream().findFirst().map(pair -> of(pair, messages)).orElse(null));
    return view.words.isEmpty() && view.authors.isEmpty() && view.pair == null ? null : view;
  }

  /// The words that add most to the cosine, if the paper has them, whatever their endings. What a
  /// word adds by its meaning alone would be a riddle here.
  private static List<String> words(Why why, Paper paper) {
    String text = paper.title() + " " + paper.abstractText();
    Set<String> all = WordPlaces.of(text, paper.language()).words();
    return why.terms().stream()
        .filter(term -> term.share() > 0)
        .map(Why.TermShare::term)
        .filter(term -> term.length() >= MIN_LETTERS)
        .filter(term -> isAmong(all, WordPlaces.of(term, paper.language()).words()))
        .limit(MAX_WORDS)
        .toList();
  }

  /// Words such as `the` are none.
  private static boolean isAmong(Set<String> all, Set<String> words) {
    return !words.isEmpty() && all.containsAll(words);
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
