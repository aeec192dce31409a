package dev.akin.work;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Evidence that two papers are the same work.
///
/// @param cosine of their texts, -1 to 1; absent if one has no text
/// @param longestRun the length of the longest sequence of words that both abstracts have
/// @param sharedSequences the share of the shorter abstract's sequences of five words that the
///   other abstract has, 0 to 1
/// @param sharedAuthors authors of the first paper whose family names the other also has
/// @param fewerAuthors the number of authors of the paper with fewer authors
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
