package dev.akin.recommend;

import dev.akin.index.store.IndexInfo;
import dev.akin.recommend.library.LibraryCounts;
import java.util.List;

/// What was recommended to the reader of a library, and from which version of the index.
///
/// @param counts what became of the library's entries
/// @param interests the interests for which papers were searched, the largest first
/// @param otherInterests how many more interests there are. They are not larger, and the limit left
///   no paper for them, or there was no time
/// @param partial whether there was no time for all entries, all these interests or all papers
/// @param index the one commit that everything here is from
public record LibraryAnswer(
    LibraryCounts counts,
    List<Interest> interests,
    int otherInterests,
    boolean partial,
    IndexInfo index) {
  public LibraryAnswer {
    interests = List.copyOf(interests);
  }
}
