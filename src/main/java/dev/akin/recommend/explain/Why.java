package dev.akin.recommend.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a paper was recommended.
///
/// @param terms the words of the query and what each adds to the cosine, the most first; empty
///   where the model does not pool by mean
/// @param other what everything else adds, such as punctuation: the terms' shares and this add up
///   to the cosine; absent where the model does not pool by mean
/// @param sentences pairs of sentences that say nearly the same, the closest first
/// @param authors of the query's papers who wrote this one, too
/// @param categories of the query's papers that this one has, too
public record Why(
    List<TermShare> terms,
    @Nullable Double other,
    List<SentencePair> sentences,
    List<String> authors,
    List<String> categories) {
  public Why {
    terms = List.copyOf(terms);
    sentences = List.copyOf(sentences);
    authors = List.copyOf(authors);
    categories = List.copyOf(categories);
  }

  /// What a word of the query adds to the cosine.
  ///
  /// @param term in lower case
  /// @param share in cosine; negative if it speaks against
  public record TermShare(String term, double share) {}

  /// Two sentences.
  ///
  /// @param query the place of the one among the sentences of the query, from 0; of a paper 0 is
  ///   the title
  /// @param paper the place of the other among those of the paper
  /// @param cosine of the two
  public record SentencePair(
      int query, int paper, double cosine, String queryText, String paperText) {}
}
