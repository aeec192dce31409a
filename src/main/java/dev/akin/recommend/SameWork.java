package dev.akin.recommend;

import dev.akin.paper.Paper;
import dev.akin.paper.TitleKey;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Whether two papers are one work: a preprint and what was published of it, two versions, the same
/// record twice.
///
/// They are if an author wrote both (or a record names none), the numbers in their titles are the
/// same, and either the titles are equal and the texts not far apart, or the texts are nearly equal
/// and the titles alike. The bounds were found among the ACL Anthology's 930 pairs of equal titles
/// and its pairs of close abstracts.
final class SameWork {
  /// Texts that far apart are another work, whatever their titles are.
  private static final double LEAST_OF_EQUAL_TITLES = 0.7;

  /// Texts that close may be the same work under another title.
  static final double LEAST_OF_OTHER_TITLES = 0.93;

  private static final double LEAST_OF_WORDS = 0.6;
  private static final int LEAST_WORDS_OF_A_TITLE = 4;
  private static final Pattern SPACE = Pattern.compile(" ");

  private SameWork() {}

  /// @param cosine of their texts
  static boolean test(Paper one, Paper other, double cosine) {
    return mayShareAuthor(one, other)
        && TitleNumbers.of(one.title()).equals(TitleNumbers.of(other.title()))
        && (equalTitles(one, other)
            ? closeEnough(one, other, cosine)
            : cosine >= LEAST_OF_OTHER_TITLES && alikeTitles(one, other));
  }

  private static boolean equalTitles(Paper one, Paper other) {
    String key = TitleKey.of(one.title());
    return !key.isEmpty() && key.equals(TitleKey.of(other.title()));
  }

  /// A title alone says little: a short one may be that of many works.
  private static boolean closeEnough(Paper one, Paper other, double cosine) {
    return (one.titleOnly() || other.titleOnly())
        ? saysEnough(one.title())
        : cosine >= LEAST_OF_EQUAL_TITLES;
  }

  /// Whether a title alone says which work it is, and what that is about.
  static boolean saysEnough(String title) {
    return words(title).size() >= LEAST_WORDS_OF_A_TITLE;
  }

  private static boolean alikeTitles(Paper one, Paper other) {
    Set<String> some = words(one.title());
    Set<String> others = words(other.title());
    double shorter = Math.min(some.size(), others.size());
    return some.stream().filter(others::contains).count() >= LEAST_OF_WORDS * shorter;
  }

  private static Set<String> words(String title) {
    return SPACE.splitAsStream(TitleKey.of(title)).collect(Collectors.toSet());
  }

  private static boolean mayShareAuthor(Paper one, Paper other) {
    return one.authors().isEmpty() || other.authors().isEmpty() || shareAuthor(one, other);
  }

  /// Whether an author of one has the family name of an author of the other.
  static boolean shareAuthor(Paper one, Paper other) {
    return !Collections.disjoint(familyNames(one.authors()), familyNames(other.authors()));
  }

  private static Set<String> familyNames(List<String> authors) {
    return authors.stream()
        .map(TitleKey::of)
        .map(name -> name.substring(name.lastIndexOf(' ') + 1))
        .collect(Collectors.toSet());
  }
}
