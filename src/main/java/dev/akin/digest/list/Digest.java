package dev.akin.digest.list;

import dev.akin.index.store.IndexInfo;
import java.time.LocalDate;
import java.util.List;

/// The new papers for one reader. No paper and no work is in it twice.
///
/// @param day when it was made
/// @param window the days whose papers it looked at
/// @param lists none of them empty
/// @param notes what was wrong with the request, such as a name that no paper has
/// @param index the one commit that everything here is from
public record Digest(
    LocalDate day,
    DigestWindow window,
    List<DigestList> lists,
    List<String> notes,
    IndexInfo index) {
  public Digest {
    lists = List.copyOf(lists);
    notes = List.copyOf(notes);
  }

  /// Whether there is nothing new.
  public boolean isEmpty() {
    return lists.isEmpty();
  }

  /// Its papers, in their order.
  public List<DigestPaper> papers() {
    return lists.stream().flatMap(list -> list.papers().stream()).toList();
  }

  /// The ids of all papers, and of their versions.
  public List<String> ids() {
    return papers().stream().flatMap(DigestPaper::ids).distinct().toList();
  }

  /// Whether the limit leaves papers to the next digest.
  public boolean leavesPapers() {
    return lists.stream().anyMatch(list -> list.more() > 0);
  }
}
