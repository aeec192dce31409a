package dev.akin.write.list;

import dev.akin.paper.PersonName;

/// Names of authors in RIS: `Family, Given, Suffix`.
final class RisName {
  private RisName() {}

  /// `Vincent van Gogh` to `van Gogh, Vincent`; `Ada King, Jr.` to `King, Ada, Jr.`. A name that
  /// cannot be divided stays as it is, with its suffix as such: a single comma would reverse it.
  static String of(String name) {
    PersonName parts = PersonName.of(name);
    if (parts.whole()) {
      return name.replaceFirst(",", ", ,");
    }
    String turned = parts.family() + ", " + parts.given();
    return parts.suffix().isEmpty() ? turned : turned + ", " + parts.suffix();
  }
}
