package dev.akin.vector;

import dev.akin.base.Sha256;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The space of a model's embeddings. Embeddings can be compared only within one space. Two spaces
/// are equal if their dimensions and parts are equal; the name is ignored.
///
/// @param model the model's name, for people; not part of its identity
/// @param dimension how many coordinates an embedding has, at least 1
/// @param parts everything that decides which vector a text gets, by name: the digest of the
///   weights, pooling, templates, maximum number of tokens, normalization, precision
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

  /// The model's identity: 16 hexadecimal digits of the SHA-256 of dimension and parts.
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

  /// Refuses to compare embeddings of different spaces.
  ///
  /// @throws IllegalArgumentException if `other` is another space
  public void requireSame(Space other) {
    if (!equals(other)) {
      throw new IllegalArgumentException(
          "embeddings of different spaces: " + model + " and " + other.model);
    }
  }

  /// Explains to people why models cannot be used with an index.
  ///
  /// @param index the spaces of the index, in their order
  /// @param models the spaces of the models, in their order
  /// @return such as `the index was made with mini (684b…), not with mini (9c1f…): pooling mean,
  ///   not cls`; empty if the spaces are the same
  public static Optional<String> mismatch(List<Space> index, List<Space> models) {
    if (index.equals(models)) {
      return Optional.empty();
    }
    String names = "the index was made with %s, not with %s".formatted(names(index), names(models));
    if (index.size() != models.size()) {
      return Optional.of(names);
    }
    return Optional.of(
        names
            + IntStream.range(0, index.size())
                .mapToObj(column -> index.get(column).differences(models.get(column)))
                .flatMap(List::stream)
                .collect(Collectors.joining("; ", ": ", "")));
  }

  private static String names(List<Space> spaces) {
    return spaces.stream()
        .map(space -> "%s (%s)".formatted(space.model, space.identity()))
        .collect(Collectors.joining(","));
  }

  /// Each part that differs, such as `pooling mean, not cls`.
  private List<String> differences(Space other) {
    Map<String, String> mine = allParts();
    Map<String, String> theirs = other.allParts();
    return Stream.of(mine, theirs)
        .flatMap(some -> some.keySet().stream())
        .sorted()
        .distinct()
        .filter(name -> !Objects.equals(mine.get(name), theirs.get(name)))
        .map(
            name ->
                "%s %s, not %s"
                    .formatted(
                        name, mine.getOrDefault(name, "none"), theirs.getOrDefault(name, "none")))
        .toList();
  }

  private Map<String, String> allParts() {
    Map<String, String> all = new HashMap<>(parts);
    all.put("dimension", Integer.toString(dimension));
    return all;
  }
}
