package dev.akin.read.value;

import dev.akin.paper.PaperId;
import dev.akin.read.record.Refusal;
import org.jspecify.annotations.Nullable;

/// The name of a paper in somebody's library of references.
///
/// @hidden public for its own room only
public final class ReferenceId {
  private ReferenceId() {}

  /// Its key, or else its DOI, or else one made of its title.
  public static PaperId of(String key, @Nullable String doi, String title) throws Refusal {
    if (key.isBlank() && doi == null && title.isEmpty()) {
      throw new Refusal("neither an id nor a title");
    }
    String other = doi == null ? TitleSlug.of(title) : doi;
    try {
      return new PaperId(key.isBlank() ? other : key.strip());
    } catch (IllegalArgumentException e) {
      throw new Refusal(String.valueOf(e.getMessage()));
    }
  }
}
