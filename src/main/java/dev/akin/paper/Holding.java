package dev.akin.paper;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
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
    METADATA_ONLY;

    /// The names that people may give.
    public static final String NAMES = "open, embargoed, restricted or metadata-only";

    /// Its name in queries, such as `metadata-only`.
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The access with a label.
    ///
    /// @throws IllegalArgumentException if there is none; the message names all
    public static AccessRight labelled(String label) {
      return Stream.of(OPEN, EMBARGOED, RESTRICTED, METADATA_ONLY)
          .filter(access -> access.label().equals(label))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("must be " + NAMES));
    }
  }

  public Holding {
    collections = List.copyOf(collections);
  }

  /// Whether everyone may read the full text on a day: it is open, or its embargo has ended.
  public boolean isOpen(LocalDate day) {
    boolean ended = embargoEnd != null && !embargoEnd.latest().isAfter(day);
    return access == AccessRight.OPEN || (access == AccessRight.EMBARGOED && ended);
  }

  /// The same as open access if it is so.
  public Holding open(boolean isOpen) {
    return isOpen ? new Holding(source, collections, AccessRight.OPEN, null) : this;
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
