package dev.akin.work;

import dev.akin.paper.Identifiers;
import dev.akin.paper.Paper;
import dev.akin.paper.TitleKey;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Decides whether two papers are the same work: a preprint and its publication, two versions, the
/// same record twice.
///
/// They are if an author wrote both (or a record names no author), the numbers in their titles are
/// the same, neither is an erratum, and
/// - the titles are equal and the texts similar, or
/// - the abstracts share two fifths of their sequences of five words, the texts are similar and the
///   titles have words in common, or
/// - an abstract is too short for that, the texts are nearly equal and the titles similar, or
/// - the records have a DOI or another identifier in common, and the titles have words in common.
///
/// Most bounds were chosen on half of the labeled pairs of `scripts/bench duplicates`;
/// src/docs/reports.md says how good the rule is on the other half.
public final class SameWork {
  /// Less similar texts are the same work only if their titles or identifiers are equal.
  public static final double MIN_COSINE = 0.8;

  /// Less similar texts are different works, even if their titles are equal.
  public static final double MIN_COSINE_OF_EQUAL_TITLES = 0.74;

  /// More similar texts may be the same work if nothing else is known.
  private static final double MIN_COSINE_ALONE = 0.93;

  private static final double MIN_SHARE_OF_SEQUENCES = 0.4;
  private static final double MIN_SHARE_OF_WORDS = 0.6;
  private static final double MIN_SHARE_OF_WORDS_WITH_SEQUENCES = 0.4;
  private static final int MIN_WORDS_OF_A_TITLE = 4;
  private static final int MIN_WORDS_OF_AN_ANONYMOUS_TITLE = 6;
  private static final int MIN_WORDS_OF_AN_ABSTRACT = 20;
  private static final Pattern SPACE = Pattern.compile(" ");

  private SameWork() {}

  /// How two papers are related; absent if they are different works.
  ///
  /// @param cosine of their texts; absent if one has no text
  public static @Nullable Relation relation(
      ComparedPaper one, ComparedPaper other, @Nullable Double cosine) {
    TitlePage page = one.page();
    TitlePage otherPage = other.page();
    if (page.isErratum() || otherPage.isErratum()) {
      return page.mayShareAuthor(otherPage)
              && (page.corrects(otherPage) || otherPage.corrects(page))
          ? Relation.ERRATUM
          : null;
    }
    return test(one, other, cosine == null ? -1 : cosine) ? Relation.SAME_WORK : null;
  }

  /// Whether two papers are the same work.
  ///
  /// @param cosine of their texts
  public static boolean test(ComparedPaper one, ComparedPaper other, double cosine) {
    return mayBe(one.page(), other.page())
        && (isByTexts(one, other, cosine) || one.page().sharesIdentifier(other.page()));
  }

  /// Whether two papers may be the same work, as far as their title pages say. If not, their texts
  /// need not be compared.
  public static boolean mayBe(TitlePage one, TitlePage other) {
    return one.hasNumbersOf(other)
        && !one.isErratum()
        && !other.isErratum()
        && one.mayShareAuthor(other)
        && one.shareOfWords(other) >= MIN_SHARE_OF_WORDS_WITH_SEQUENCES;
  }

  private static boolean isByTexts(ComparedPaper one, ComparedPaper other, double cosine) {
    return one.page().hasTitleOf(other.page())
        ? closeEnough(one.page(), other.page(), cosine)
        : cosine >= MIN_COSINE && alike(one, other, cosine);
  }

  /// The title of the paper that an erratum corrects, as [TitleKey] compares titles; empty if
  /// `title` does not name it, or is not that of an erratum.
  public static String correctedKey(String title) {
    return TitleKey.of(Erratum.corrected(title));
  }

  /// The evidence that two papers are the same work.
  ///
  /// @param cosine of their texts; absent if one has no text
  public static Evidence evidence(Paper one, Paper other, @Nullable Double cosine) {
    WordSequences some = WordSequences.of(one.abstractText());
    WordSequences others = WordSequences.of(other.abstractText());
    Set<String> names = familyNames(other);
    return new Evidence(
        cosine,
        some.longestRun(others),
        some.shared(others),
        one.authors().stream().filter(author -> names.contains(familyName(author))).toList(),
        Math.min(one.authors().size(), other.authors().size()),
        equalTitles(one, other),
        List.copyOf(sharedNames(one, other)));
  }

  private static Set<String> sharedNames(Paper one, Paper other) {
    Set<String> shared = new TreeSet<>(Identifiers.of(one));
    shared.retainAll(Identifiers.of(other));
    return shared;
  }

  private static boolean equalTitles(Paper one, Paper other) {
    String key = TitleKey.of(one.title());
    return !key.isEmpty() && key.equals(TitleKey.of(other.title()));
  }

  /// Equal titles are not enough: a short title may be that of many works, and so may a longer
  /// title without authors.
  private static boolean closeEnough(TitlePage one, TitlePage other, double cosine) {
    boolean signed = one.sharesAuthor(other);
    if (one.isTitleOnly() || other.isTitleOnly()) {
      return one.countWords() >= (signed ? MIN_WORDS_OF_A_TITLE : MIN_WORDS_OF_AN_ANONYMOUS_TITLE);
    }
    return cosine >= (signed ? MIN_COSINE_OF_EQUAL_TITLES : MIN_COSINE_ALONE);
  }

  /// Whether a title alone identifies a work and says what it is about.
  public static boolean saysEnough(String title) {
    return words(TitleKey.of(title)).size() >= MIN_WORDS_OF_A_TITLE;
  }

  private static boolean alike(ComparedPaper one, ComparedPaper other, double cosine) {
    WordSequences some = one.sequences();
    WordSequences others = other.sequences();
    return Math.min(some.words(), others.words()) < MIN_WORDS_OF_AN_ABSTRACT
        ? cosine >= MIN_COSINE_ALONE && one.page().shareOfWords(other.page()) >= MIN_SHARE_OF_WORDS
        : some.shared(others) >= MIN_SHARE_OF_SEQUENCES;
  }

  /// The different words of a title.
  ///
  /// @param key the title's [TitleKey]
  static Set<String> words(String key) {
    return SPACE.splitAsStream(key).filter(word -> !word.isEmpty()).collect(Collectors.toSet());
  }

  /// Whether an author of one has the family name of an author of the other.
  public static boolean shareAuthor(Paper one, Paper other) {
    return !Collections.disjoint(familyNames(one), familyNames(other));
  }

  /// The family names of a paper's authors, as they are compared, in their order.
  public static Set<String> familyNames(Paper paper) {
    return paper.authors().stream()
        .map(SameWork::familyName)
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static String familyName(String author) {
    String name = TitleKey.of(author);
    return name.substring(name.lastIndexOf(' ') + 1);
  }
}
