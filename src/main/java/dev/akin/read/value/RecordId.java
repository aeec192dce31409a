package dev.akin.read.value;

import dev.akin.paper.PaperId;
import dev.akin.read.record.BadRecordException;
import org.jspecify.annotations.Nullable;

/// Makes the id of a paper out of what its record says.
public final class RecordId {
  private RecordId() {}

  /// The id that a record gives, character by character.
  ///
  /// @throws BadRecordException if it does not have the form of a [PaperId]
  public static PaperId of(String id) throws BadRecordException {
    try {
      return new PaperId(id);
    } catch (IllegalArgumentException e) {
      throw new BadRecordException(String.valueOf(e.getMessage()));
    }
  }

  /// The id of an entry in a library of references: its key; without one its DOI; without both an
  /// id made of its title.
  ///
  /// @throws BadRecordException if there is none of the three, or it does not have the form of a
  ///   [PaperId]
  public static PaperId ofReference(String key, @Nullable String doi, String title)
      throws BadRecordException {
    if (!key.isBlank()) {
      return of(key.strip());
    }
    if (doi == null && title.isEmpty()) {
      throw new BadRecordException("neither an id nor a title");
    }
    return of(doi == null ? TitleSlug.of(title) : doi);
  }
}
