package dev.akin.index.opensearch.search;

import dev.akin.index.record.IndexFields;
import dev.akin.index.store.Filter;
import dev.akin.index.word.AnalyzedText;
import dev.akin.index.word.Analyzers;
import dev.akin.index.word.AuthorTerms;
import dev.akin.index.word.FilterName;
import dev.akin.index.word.WordLanguages;
import dev.akin.paper.Holding;
import dev.akin.paper.NamePattern;
import dev.akin.paper.PlainText;
import dev.akin.paper.PublicationDate;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A [Filter] as a query of OpenSearch. It matches papers, never texts.
///
/// @hidden public for its own room only
public final class FilterJson {
  private FilterJson() {}

  /// Matches all papers.
  public static ObjectNode papers() {
    return SearchJson.exists(IndexFields.ID);
  }

  /// Matches the papers that pass a filter.
  public static ObjectNode of(Filter filter) {
    SearchJson.Bool all = new SearchJson.Bool().filter(papers());
    if (filter.isNone()) {
      return papers();
    }
    addDates(all, filter.from(), filter.to());
    if (filter.within() != null) {
      int first = IndexFields.day(filter.within().first());
      int last = IndexFields.day(filter.within().last());
      all.filter(SearchJson.range(IndexFields.FIRST_DAY, first, last));
      all.filter(SearchJson.range(IndexFields.LAST_DAY, first, last));
    }
    addAny(all, terms(IndexFields.CATEGORY, filter.categories()));
    addAny(all, filter.authors().stream().map(FilterJson::author).toList());
    addAny(all, terms(IndexFields.LANGUAGE, filter.languages()));
    addAny(all, filter.held().access().stream().map(FilterJson::access).toList());
    addAny(all, terms(IndexFields.COLLECTION, filter.held().collections()));
    addAny(all, terms(IndexFields.SOURCE, filter.held().sources()));
    add(all, filter.typed());
    if (!filter.without().isEmpty()) {
      all.without(SearchJson.terms(IndexFields.ID, filter.without()));
    }
    return all.toJson();
  }

  private static void addDates(
      SearchJson.Bool all, @Nullable PublicationDate first, @Nullable PublicationDate last) {
    if (first != null) {
      int from = IndexFields.day(first.earliest());
      all.filter(SearchJson.range(IndexFields.LAST_DAY, from, null));
    }
    if (last != null) {
      int to = IndexFields.day(last.latest());
      all.filter(SearchJson.range(IndexFields.FIRST_DAY, null, to));
    }
  }

  private static void add(SearchJson.Bool all, Filter.Typed typed) {
    addDates(all, typed.from(), typed.to());
    typed.persons().forEach(person -> all.filter(person(person)));
    terms(IndexFields.CATEGORY, typed.categories()).forEach(all::filter);
    typed.phrases().forEach(phrase -> all.filter(phrase(IndexFields.WORDS, phrase)));
    typed.excluded().forEach(phrase -> all.without(phrase(IndexFields.WORDS, phrase)));
  }

  /// Matches the papers of authors who have these given names, and not only their initials.
  static ObjectNode exactly(NamePattern name) {
    SearchJson.Bool parts = new SearchJson.Bool();
    AuthorTerms.exactly(name)
        .forEach(part -> parts.filter(SearchJson.term(IndexFields.AUTHOR_NAME, part)));
    return parts.toJson();
  }

  private static ObjectNode person(NamePattern name) {
    SearchJson.Bool parts = new SearchJson.Bool();
    AuthorTerms.of(name)
        .forEach(
            alternatives -> parts.filter(SearchJson.terms(IndexFields.AUTHOR_NAME, alternatives)));
    return parts.toJson();
  }

  /// Matches the papers whose titles contain a phrase. Words such as `the` are not in the index, so
  /// every title counts as one with them.
  static ObjectNode titled(String phrase) {
    return Analyzers.ofText(WordLanguages.USUAL, phrase).isEmpty()
        ? papers()
        : phrase(IndexFields.TITLE_WORDS, phrase);
  }

  /// In the language of each paper, as its words are in the index.
  private static ObjectNode phrase(String field, String phrase) {
    List<JsonNode> languages = new ArrayList<>();
    Set<List<String>> different = new HashSet<>();
    for (String language : WordLanguages.codes()) {
      List<String> words = Analyzers.ofText(language, phrase);
      if (different.add(words) && !words.isEmpty()) {
        ObjectNode found = SearchJson.phrase(field, AnalyzedText.of(language, phrase).line());
        languages.add(language.equals(WordLanguages.USUAL) ? found : meeting(language, found));
      }
    }
    return languages.isEmpty() ? SearchJson.nothing() : SearchJson.any(languages);
  }

  /// The same query for papers whose words are analyzed in a language.
  ///
  /// @param onlyIn absent for all papers
  static ObjectNode meeting(@Nullable String onlyIn, ObjectNode query) {
    return onlyIn == null
        ? query
        : new SearchJson.Bool()
            .must(query)
            .filter(SearchJson.term(IndexFields.WORDS_IN, onlyIn))
            .toJson();
  }

  private static List<ObjectNode> terms(String field, List<String> names) {
    return names.stream().map(name -> SearchJson.term(field, FilterName.of(name))).toList();
  }

  /// An embargo that has ended no longer counts: the paper is open.
  private static ObjectNode access(Holding.AccessRight access) {
    ObjectNode said = SearchJson.term(IndexFields.ACCESS, access.label());
    int today = IndexFields.day(LocalDate.now(ZoneOffset.UTC));
    ObjectNode ended = SearchJson.range(IndexFields.EMBARGO_END, null, today);
    return switch (access) {
      case OPEN -> SearchJson.any(List.of(said, ended));
      case EMBARGOED -> new SearchJson.Bool().filter(said).without(ended).toJson();
      case UNKNOWN, RESTRICTED, METADATA_ONLY -> said;
    };
  }

  private static void addAny(SearchJson.Bool all, List<ObjectNode> alternatives) {
    if (!alternatives.isEmpty()) {
      all.filter(SearchJson.any(alternatives));
    }
  }

  private static ObjectNode author(String name) {
    List<String> words = Analyzers.ofName(PlainText.of(name));
    if (words.isEmpty() || words.size() > Analyzers.AUTHOR_GAP) {
      return SearchJson.nothing();
    }
    ObjectNode query = JsonNodeFactory.instance.objectNode();
    ObjectNode match =
        query.putObject("intervals").putObject(IndexFields.AUTHOR_WORDS).putObject("match");
    match.put("query", String.join(" ", words));
    match.put("ordered", false).put("max_gaps", Analyzers.AUTHOR_GAP - words.size());
    return query;
  }
}
