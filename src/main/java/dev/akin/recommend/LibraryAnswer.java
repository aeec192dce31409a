package dev.akin.recommend;

import dev.akin.index.commit.IndexInfo;
import dev.akin.recommend.library.LibraryCounts;
import java.util.List;

/// What was recommended to the reader of a library, and from which commit of the index.
///
/// @param counts what became of the library's entries
/// @param interests those for which papers were looked for, the largest first
/// @param otherInterests how many more there are, all of them smaller or as small, for which the
///   limit left no paper
/// @param index the one commit that everything here is from
public record LibraryAnswer(
    LibraryCounts counts, List<Interest> interests, int otherInterests, IndexInfo index) {
  public LibraryAnswer {
    interests = List.copyOf(interests);
  }
}
