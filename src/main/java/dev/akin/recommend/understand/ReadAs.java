package dev.akin.recommend.understand;

import java.util.Arrays;
import java.util.Locale;

/// How somebody wants a typed query to be read, if not as akin would.
public enum ReadAs {
  /// As the identifier of a paper.
  PAPER,
  /// As a person's name, with or without other words.
  PERSON,
  /// As a phrase, whatever is in it.
  PHRASE;

  /// Its name for people and programs.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The one with a name.
  ///
  /// @throws IllegalArgumentException if there is none
  public static ReadAs labelled(String label) {
    return Arrays.stream(values())
        .filter(each -> each.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("must be paper, person or phrase"));
  }
}
