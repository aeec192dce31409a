package dev.akin.index.word;

import dev.akin.paper.NamePattern;
import dev.akin.paper.PersonName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The terms under which authors are found by a part of their names, without accents.
///
/// *Ashish K. Vaswani* has the terms `vaswani`, `vaswani,ashish`, `vaswani,a` and `vaswani,k`: the
/// family name, alone and with each given name and each initial. So a family name and a given name
/// of two authors of one paper are never taken for a name. *A. Vaswani* also has `vaswani,a.`,
/// which says that nothing but the first initial is known: then any given name with that letter
/// fits.
///
/// A family name with particles or of several words is also found by its last word.
///
/// @hidden public for its own room only
public final class AuthorTerms {
  private static final Pattern BETWEEN_GIVEN = Pattern.compile("[\\s.-]+");

  private AuthorTerms() {}

  /// The terms of an author.
  ///
  /// @param author as `Given Family`
  public static Set<String> of(String author) {
    PersonName name = PersonName.of(author);
    List<String> given = given(name);
    Set<String> terms = new LinkedHashSet<>();
    for (String family : families(name)) {
      terms.add(family);
      for (String word : given) {
        terms.add(term(family, word));
        terms.add(term(family, initial(word)));
      }
      if (!given.isEmpty() && given.stream().allMatch(AuthorTerms::isInitial)) {
        terms.add(onlyInitial(family, given.getFirst()));
      }
    }
    return terms;
  }

  /// What a person types from the beginning of a name: `ashish vaswani`, `vaswani ashish`.
  public static Set<String> typed(String author) {
    PersonName name = PersonName.of(author);
    String family = key(name.family());
    String given = key(name.given());
    Set<String> typed = new LinkedHashSet<>();
    typed.add((given + " " + family).strip());
    typed.add((family + " " + given).strip());
    return typed;
  }

  /// The alternatives for each part of a name. An author who has one term of each may be meant.
  public static List<Set<String>> of(NamePattern name) {
    String family = key(name.family());
    List<String> given =
        name.given().stream().flatMap(AuthorTerms::words).filter(word -> !word.isEmpty()).toList();
    if (given.isEmpty()) {
      return List.of(Set.of(family));
    }
    List<Set<String>> parts = new ArrayList<>();
    for (String word : given) {
      boolean isFirst = parts.isEmpty();
      if (isFirst && isInitial(word)) {
        parts.add(Set.of(term(family, word)));
      } else if (!isInitial(word)) {
        parts.add(Set.of(term(family, word), onlyInitial(family, initial(word))));
      }
    }
    return parts;
  }

  /// The parts of a name without other alternatives: an author who has them all has these given
  /// names, and not only their initials.
  public static Set<String> exactly(NamePattern name) {
    String family = key(name.family());
    Set<String> parts = new LinkedHashSet<>();
    parts.add(family);
    name.given().stream()
        .flatMap(AuthorTerms::words)
        .forEach(word -> parts.add(term(family, word)));
    return parts;
  }

  /// The form in which names are compared.
  public static String key(String name) {
    return String.join(" ", Analyzers.ofName(name));
  }

  private static List<String> given(PersonName name) {
    return words(name.given()).toList();
  }

  private static Stream<String> words(String given) {
    return BETWEEN_GIVEN.splitAsStream(given).flatMap(word -> Analyzers.ofName(word).stream());
  }

  private static Set<String> families(PersonName name) {
    List<String> words = Analyzers.ofName(name.family());
    Set<String> families = new LinkedHashSet<>();
    if (!words.isEmpty()) {
      families.add(String.join(" ", words));
      if (!name.whole()) {
        families.add(words.getLast());
      }
    }
    return families;
  }

  private static String term(String family, String given) {
    return family + "," + given;
  }

  private static String onlyInitial(String family, String initial) {
    return term(family, initial) + ".";
  }

  private static boolean isInitial(String word) {
    return word.codePointCount(0, word.length()) == 1;
  }

  private static String initial(String word) {
    return word.substring(0, word.offsetByCodePoints(0, 1));
  }
}
