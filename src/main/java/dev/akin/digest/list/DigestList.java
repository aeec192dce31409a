package dev.akin.digest.list;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The new papers for an author, a search or a part of a library.
///
/// @param heading such as `By Ashish Vaswani`
/// @param note what else is to be said of the list; absent if there is nothing
/// @param papers best first; of an author, newest first
/// @param more how many more there are, which the limit leaves to the next digest
///
/// @hidden public for its own room only
public record DigestList(
    String heading, @Nullable String note, List<DigestPaper> papers, int more) {
  public DigestList {
    papers = List.copyOf(papers);
  }
}
