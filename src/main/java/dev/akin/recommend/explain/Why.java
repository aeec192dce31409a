package dev.akin.recommend.explain;

import dev.akin.roles.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a paper was recommended.
///
/// @param terms the words of the query and what each adds to the cosine, the largest share first;
///   empty if the model does not pool by mean
/// @param other what everything else adds, such as punctuation. The terms' shares and this sum to
///   the cosine. Absent if the model does not pool by mean
/// @param sentences pairs of sentences that say nearly the same, the closest first
/// @param authors who also wrote a paper of the query
/// @param categories that a paper of the query also has
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
  /// @param share of the cosine; negative if the word makes it smaller
  public record TermShare(String term, double share) {}

  /// Two sentences.
  ///
  /// @param query which sentence of the query, from 0; the first sentence of a paper is its title
  /// @param paper which sentence of the paper, from 0
  /// @param cosine of the two, -1 to 1
  /// @param queryRole of the query's sentence; absent for titles and phrases, and if the text is
  ///   not English
  /// @param paperRole of the paper's sentence; absent likewise
  public record SentencePair(
      int query,
      int paper,
      double cosine,
      String queryText,
      String paperText,
      @Nullable Role queryRole,
      @Nullable Role paperRole) {}
}
