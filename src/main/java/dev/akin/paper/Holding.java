package dev.akin.paper;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the repository that holds a paper says about it.
///
/// @param source the name of the repository or of the file; empty if it is not kept
/// @param collections to which the repository assigns the paper, such as the names of OAI sets
/// @param access who may read the full text
/// @param embargoEnd when an embargo ends; absent if there is none, or the end is unknown
public record Holding(
    String source, List<String> collections, Access access, @Nullable PublicationDate embargoEnd) {
  /// Nothing is known.
  public static final Holding UNKNOWN = new Holding("", List.of(), Access.UNKNOWN, null);

  /// Who may read the full text of a paper, as COAR's vocabulary of access rights says it.
  public enum Access {
    UNKNOWN,
    OPEN,
    EMBARGOED,
    RESTRICTED,
    METADATA_ONLY
  }

  public Holding {
    collections = List.copyOf(collections);
  }

  /// Whether everyone may read the full text on a day: it is open, or its embargo has ended.
  public boolean isOpen(LocalDate day) {
    return access == Access.OPEN
        || access == Access.EMBARGOED && embargoEnd != null && !embargoEnd.latest().isAfter(day);
  }

  /// The same from a source.
  public Holding from(String name) {
    return new Holding(name, collections, access, embargoEnd);
  }

  /// The same in collections.
  public Holding in(List<String> others) {
    return new Holding(source, others, access, embargoEnd);
  }
}
