package dev.akin.index.record;

import dev.akin.index.word.AuthorTerms;
import dev.akin.index.word.FilterName;
import dev.akin.index.word.WordLanguages;
import dev.akin.paper.Holding;
import dev.akin.paper.Identifiers;
import dev.akin.paper.Paper;
import dev.akin.paper.TitleKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// By what a paper is found and counted, apart from its vectors and words: the fields of a paper,
/// the same in every store, and what stands in them.
///
/// @hidden public for its own room only
public final class IndexFields {
  public static final String ID = "id";
  public static final String ID_LOWER = "idLower";
  public static final String ALIAS = "alias";

  /// What the source of a paper calls it.
  public static final String NAME = "name";

  public static final String FIRST_DAY = "firstDay";
  public static final String LAST_DAY = "lastDay";
  public static final String CATEGORY = "category";
  public static final String LANGUAGE = "language";
  public static final String ACCESS = "access";

  /// The day from which a paper under embargo is open.
  public static final String EMBARGO_END = "embargoEnd";

  public static final String COLLECTION = "collection";
  public static final String SOURCE = "source";
  public static final String AUTHOR_WORDS = "authorWords";

  /// The parts of authors' names ([AuthorTerms]).
  public static final String AUTHOR_NAME = "authorName";

  /// Whole names of authors, as somebody types them.
  public static final String AUTHOR_TYPED = "authorTyped";

  /// The categories as their corpus writes them, to be counted.
  public static final String CATEGORY_COUNT = "categoryCount";

  /// The language, to be counted.
  public static final String LANGUAGE_COUNT = "languageCount";

  public static final String RECORD = "record";
  public static final String TITLE_KEY = "titleKey";
  public static final String TITLE_WORDS = "titleWords";
  public static final String WORDS = "words";

  /// The language that a paper's words are analyzed in, if it is not the usual one. Papers that an
  /// earlier akin wrote have none: their words are analyzed as English, whatever their language.
  public static final String WORDS_IN = "wordsIn";

  public static final String KNOWN_BY = "knownBy";
  public static final String BY_TITLE = "title";
  public static final String BY_NOTHING = "nothing";

  /// What a paper's document is made of, as a number that grows when it changes. Papers that an
  /// earlier akin wrote have another form or none, and are written again.
  public static final String FORM = "form";

  public static final String CURRENT_FORM = "2";

  /// The roles of a paper's sentences.
  public static final String ROLES = "roles";

  public static final String TITLE_PAGE = "titlePage";

  private static final int MAX_TERM_CHARS = 1_000;

  private IndexFields() {}

  /// The terms of a paper by field, each to be found whole. Those that are too long to be a term
  /// are left out; nobody searches for them.
  public static Map<String, Set<String>> terms(Paper paper) {
    Map<String, Set<String>> terms = new LinkedHashMap<>();
    put(terms, FORM, List.of(CURRENT_FORM));
    put(terms, ID, List.of(paper.id().value()));
    put(terms, ID_LOWER, List.of(paper.id().value().toLowerCase(Locale.ROOT)));
    put(terms, ALIAS, aliases(paper));
    put(terms, NAME, paper.names());
    put(terms, TITLE_KEY, List.of(TitleKey.of(paper.title())));
    String language = WordLanguages.of(paper.language());
    put(terms, WORDS_IN, language.equals(WordLanguages.USUAL) ? List.of() : List.of(language));
    put(terms, KNOWN_BY, knownBy(paper));
    put(terms, AUTHOR_NAME, all(paper.authors().stream().map(AuthorTerms::of).toList()));
    put(terms, AUTHOR_TYPED, all(paper.authors().stream().map(AuthorTerms::typed).toList()));
    put(terms, CATEGORY, all(paper.categories().stream().map(IndexFields::parts).toList()));
    put(
        terms,
        LANGUAGE,
        paper.language() == null ? List.of() : List.of(FilterName.of(paper.language())));
    putHolding(terms, paper.holding());
    return terms;
  }

  private static void putHolding(Map<String, Set<String>> terms, Holding holding) {
    put(terms, SOURCE, List.of(FilterName.of(holding.source())));
    put(terms, COLLECTION, holding.collections().stream().map(FilterName::of).toList());
    boolean known = holding.access() != Holding.AccessRight.UNKNOWN;
    put(terms, ACCESS, known ? List.of(holding.access().label()) : List.of());
  }

  private static void put(Map<String, Set<String>> terms, String field, Collection<String> values) {
    Set<String> fit = new LinkedHashSet<>(values);
    fit.removeIf(value -> value.isEmpty() || value.length() > MAX_TERM_CHARS);
    if (!fit.isEmpty()) {
      terms.put(field, fit);
    }
  }

  private static List<String> aliases(Paper paper) {
    List<String> aliases = new ArrayList<>(Identifiers.of(paper));
    if (paper.url() != null) {
      aliases.add(Identifiers.ofLink(paper.url()));
    }
    return aliases;
  }

  private static List<String> knownBy(Paper paper) {
    if (paper.titleOnly()) {
      return List.of(BY_TITLE);
    }
    return paper.withoutText() ? List.of(BY_NOTHING) : List.of();
  }

  private static Set<String> all(List<Set<String>> sets) {
    Set<String> all = new LinkedHashSet<>();
    sets.forEach(all::addAll);
    return all;
  }

  /// A category and what it is a part of: `cs.cl` and `cs`.
  private static Set<String> parts(String category) {
    Set<String> parts = new LinkedHashSet<>();
    String term = FilterName.of(category);
    for (int dot = term.indexOf('.'); dot > 0; dot = term.indexOf('.', dot + 1)) {
      parts.add(term.substring(0, dot));
    }
    parts.add(term);
    return parts;
  }

  /// What is counted of a paper, by field, as its corpus writes it.
  public static Map<String, Set<String>> counted(Paper paper) {
    Map<String, Set<String>> counted = new LinkedHashMap<>();
    put(
        counted,
        CATEGORY_COUNT,
        paper.categories().stream().filter(category -> !category.isBlank()).toList());
    put(counted, LANGUAGE_COUNT, paper.language() == null ? List.of() : List.of(paper.language()));
    return counted;
  }

  /// The days of a paper by field, as days of the epoch.
  public static Map<String, Integer> days(Paper paper) {
    Map<String, Integer> days = new LinkedHashMap<>();
    if (paper.date() != null) {
      days.put(FIRST_DAY, day(paper.date().earliest()));
      days.put(LAST_DAY, day(paper.date().latest()));
    }
    Holding holding = paper.holding();
    if (holding.access() == Holding.AccessRight.EMBARGOED && holding.embargoEnd() != null) {
      days.put(EMBARGO_END, day(holding.embargoEnd().latest()));
    }
    return days;
  }

  /// A day as the fields of days have it.
  public static int day(LocalDate day) {
    return Math.toIntExact(day.toEpochDay());
  }
}
