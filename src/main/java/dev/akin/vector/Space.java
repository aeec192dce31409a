package dev.akin.vector;

import dev.akin.base.Sha256;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The space that a model embeds texts into. Embeddings can be compared only within one space. Two
/// spaces are equal if their dimension and parts are; the name does not count.
///
/// @param model the model's name, for people; not part of its identity
/// @param dimension coordinates of each embedding, at least 1
/// @param parts everything that decides which vector a text gets: the digest of the weights,
///   pooling, templates, the most tokens, normalization, precision
public record Space(String model, int dimension, SortedMap<String, String> parts) {
  /// @throws IllegalArgumentException if `dimension` is not positive
  public Space {
    if (dimension < 1) {
      throw new IllegalArgumentException("dimension " + dimension + " is not positive");
    }
    parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
  }

  /// A space with these parts.
  public static Space of(String model, int dimension, Map<String, String> parts) {
    return new Space(model, dimension, new TreeMap<>(parts));
  }

  /// The model's identity: 16 hexadecimal digits that digest the dimension and all parts.
  public String identity() {
    String text =
        parts.entrySet().stream()
            .map(part -> part.getKey() + "=" + part.getValue() + "\n")
            .collect(Collectors.joining("", "dimension=" + dimension + "\n", ""));
    return Sha256.hex(text, 8);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Space space
            && dimension == space.dimension
            && parts.equals(space.parts));
  }

  @Override
  public int hashCode() {
    return 31 * dimension + parts.hashCode();
  }

  /// Refuses to compare what is of two spaces.
  ///
  /// @throws IllegalArgumentException if `other` is another space
  public void requireSame(Space other) {
    if (!equals(other)) {
      throw new IllegalArgumentException(
          "embeddings of two spaces: " + model + " and " + other.model);
    }
  }

  /// The parts in which `other` differs, each as `pooling: mean here, cls there`; empty if the
  /// spaces are the same.
  public List<String> differences(Space other) {
    TreeMap<String, String> mine = new TreeMap<>(parts);
    TreeMap<String, String> theirs = new TreeMap<>(other.parts);
    mine.put("dimension", Integer.toString(dimension));
    theirs.put("dimension", Integer.toString(other.dimension));
    TreeMap<String, String> names = new TreeMap<>(mine);
    names.putAll(theirs);
    return names.keySet().stream()
        .filter(name -> !Objects.equals(mine.get(name), theirs.get(name)))
        .map(
            name ->
                "%s: %s here, %s there"
                    .formatted(
                        name, mine.getOrDefault(name, "none"), theirs.getOrDefault(name, "none")))
        .toList();
  }
}
