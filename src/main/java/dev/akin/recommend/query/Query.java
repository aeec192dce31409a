package dev.akin.recommend.query;

import dev.akin.index.store.NearestOptions;
import java.util.List;

/// What to recommend papers for.
///
/// @param positives papers like these, 1 to [#MAX_EXAMPLES]
/// @param negatives papers unlike these, up to [#MAX_EXAMPLES]
public record Query(List<Weighted> positives, List<Weighted> negatives) {
  /// The maximum number of positives, and of negatives.
  public static final int MAX_EXAMPLES = 100;

  private static final int MAX_EXPLAINED = 25;
  private static final int MAX_EXACT = 10;

  /// @throws IllegalArgumentException if there is no positive, or there are too many examples
  public Query {
    positives = List.copyOf(positives);
    negatives = List.copyOf(negatives);
    if (positives.isEmpty()) {
      throw new IllegalArgumentException("nothing to find papers for: give an id or a text");
    }
    requireFew("positives", positives);
    requireFew("negatives", negatives);
  }

  private static void requireFew(String what, List<Weighted> examples) {
    if (examples.size() > MAX_EXAMPLES) {
      throw new IllegalArgumentException(
          examples.size() + " " + what + ", the most is " + MAX_EXAMPLES);
    }
  }

  /// Papers like one.
  public static Query of(Example example) {
    return of(List.of(example), List.of());
  }

  /// Papers like some and unlike others, all of equal weight.
  public static Query of(List<? extends Example> positives, List<? extends Example> negatives) {
    return new Query(
        positives.stream().<Weighted>map(Weighted::of).toList(),
        negatives.stream().<Weighted>map(Weighted::of).toList());
  }

  /// Refuses a query whose answer would take seconds. For those who answer other people.
  ///
  /// @throws IllegalArgumentException if there are too many examples to explain an answer, or to
  ///   compare each of them with every paper
  public void requireBounded(RecommendOptions options) {
    if (options.explain() && !mayBeExplained()) {
      throw new IllegalArgumentException(
          "an answer to %d examples cannot be explained, the most is %d"
              .formatted(positives.size() + negatives.size(), MAX_EXPLAINED));
    }
    if (options.strategy() == Strategy.BEST
        && options.method() == NearestOptions.Method.EXACT
        && positives.size() > MAX_EXACT) {
      throw new IllegalArgumentException(
          "%d positives are not searched for exactly with strategy best, the most is %d"
              .formatted(positives.size(), MAX_EXACT));
    }
  }

  /// Whether there are few enough examples to explain the answer.
  public boolean mayBeExplained() {
    return positives.size() + negatives.size() <= MAX_EXPLAINED;
  }

  /// Whether it is a search for a phrase.
  public boolean isPhrase() {
    return positives.stream().anyMatch(like -> like.example() instanceof Example.ForPhrase);
  }
}
