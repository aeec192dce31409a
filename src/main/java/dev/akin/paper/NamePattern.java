package dev.akin.paper;

import java.util.List;

/// A name that authors are compared with, as far as it is known.
///
/// @param family the family name, in any case, with or without accents
/// @param given given names, or initials of one letter; empty if only the family name is known
public record NamePattern(String family, List<String> given) {
  public NamePattern {
    given = List.copyOf(given);
  }
}
