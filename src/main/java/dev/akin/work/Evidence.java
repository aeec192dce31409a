package dev.akin.work;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What speaks for two papers being one work.
///
/// @param cosine of their texts, -1 to 1; absent if one has no text
/// @param longestRun the most words that both abstracts have in a row
/// @param sharedSequences the share of the shorter abstract's sequences of five words that the
///   other has, 0 to 1
/// @param sharedAuthors those of the first whose family names the other has
/// @param fewerAuthors the number of authors of the one with fewer
/// @param equalTitles whether the titles have the same words in the same order
/// @param sharedNames such as `doi:10.1145/3` and, without version, `arxiv:2401.01234`
public record Evidence(
    @Nullable Double cosine,
    int longestRun,
    double sharedSequences,
    List<String> sharedAuthors,
    int fewerAuthors,
    boolean equalTitles,
    List<String> sharedNames) {
  public Evidence {
    sharedAuthors = List.copyOf(sharedAuthors);
    sharedNames = List.copyOf(sharedNames);
  }
}
