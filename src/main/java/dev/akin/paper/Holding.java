package dev.akin.paper;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the repository that holds a paper says about it.
///
/// @param source the name of the repository or of the file; empty if it is not kept
/// @param collections to which the repository assigns the paper, such as the names of OAI sets
/// @param access who may read the full text
/// @param embargoEnd when an embargo ends; absent if there is none, or the end is unknown
public record Holding(
    String source,
    List<String> collections,
    AccessRight access,
    @Nullable PublicationDate embargoEnd) {
  /// Nothing is known.
  public static final Holding UNKNOWN = new Holding("", List.of(), AccessRight.UNKNOWN, null);

  /// Who may read the full text of a paper, as COAR's vocabulary of access rights says it.
  public enum AccessRight {
    UNKNOWN,
    OPEN,
    EMBARGOED,
    RESTRICTED,
    METADATA_ONLY
  }

  public Holding {
    collections = List.copyOf(collections);
  }
}
