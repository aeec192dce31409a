package dev.akin.write;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/// Which fields of a paper an answer has. Its id and rank are always there, and why it was
/// recommended wherever that was asked for.
///
/// Immutable, safe for use by many threads; two of the same fields are equal.
public final class PaperFields {
  /// Those that there are, in the order of an answer.
  public static final Set<String> NAMES =
      Collections.unmodifiableSet(
          new LinkedHashSet<>(
              List.of(
                  "title",
                  "abstract",
                  "titleOnly",
                  "language",
                  "authors",
                  "date",
                  "categories",
                  "url",
                  "doi",
                  "cosine",
                  "score",
                  "rarity",
                  "versions")));

  /// Every field.
  public static final PaperFields ALL = new PaperFields(NAMES);

  private final Set<String> names;

  private PaperFields(Set<String> names) {
    this.names = Set.copyOf(names);
  }

  /// The fields of these names; all if there is none.
  ///
  /// @param names each may itself be several, parted by commas
  /// @throws IllegalArgumentException if one is unknown; the message lists those that there are
  public static PaperFields of(List<String> names) {
    return names.isEmpty()
        ? ALL
        : new PaperFields(
            names.stream()
                .flatMap(name -> Arrays.stream(name.split(",", -1)))
                .map(String::strip)
                .map(PaperFields::known)
                .collect(Collectors.toSet()));
  }

  private static String known(String name) {
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException(
          "no field is called \"%s\"; there are %s, and always id and rank"
              .formatted(name, String.join(", ", NAMES)));
    }
    return name;
  }

  /// Whether answers have that field.
  public boolean has(String name) {
    return names.contains(name);
  }

  /// Takes what does not belong to them out of a paper or a recommendation.
  ObjectNode restrict(ObjectNode node) {
    return node.remove(NAMES.stream().filter(name -> !has(name)).toList());
  }

  /// The same for the same fields, however they were asked for: sorted names, parted by commas;
  /// empty for all.
  public String canonical() {
    return equals(ALL) ? "" : String.join(",", new TreeSet<>(names));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PaperFields fields && names.equals(fields.names);
  }

  @Override
  public int hashCode() {
    return names.hashCode();
  }

  @Override
  public String toString() {
    return String.join(",", new TreeSet<>(names));
  }
}
