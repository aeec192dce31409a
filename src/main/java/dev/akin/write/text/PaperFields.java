package dev.akin.write.text;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/// The fields of each paper in an answer. Its id and rank are always there, and so is the
/// explanation if the query asks for one.
///
/// Immutable, safe for use by many threads.
public final class PaperFields {
  /// The names of all fields, in the order of an answer.
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
                  "publication",
                  "source",
                  "collections",
                  "access",
                  "embargoEnd",
                  "cosine",
                  "aspect",
                  "score",
                  "rarity",
                  "versions")));

  /// Every field.
  public static final PaperFields ALL = new PaperFields(NAMES);

  private final Set<String> names;

  private PaperFields(Set<String> names) {
    this.names = Set.copyOf(names);
  }

  /// The fields with these names; all fields if there are no names.
  ///
  /// @param names each may be several names, separated by commas
  /// @throws IllegalArgumentException if a name is unknown; the message lists all names
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
          "unknown field \"%s\". Known fields: %s; id and rank are always there"
              .formatted(name, String.join(", ", NAMES)));
    }
    return name;
  }

  /// Whether a field is one of these.
  public boolean has(String name) {
    return names.contains(name);
  }

  /// Removes all other fields from a paper or a recommendation.
  public ObjectNode restrict(ObjectNode node) {
    return node.remove(NAMES.stream().filter(name -> !has(name)).toList());
  }

  /// The names, sorted and separated by commas; empty for all fields.
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
