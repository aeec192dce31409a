package dev.akin.recommend;

import dev.akin.ask.TypedQuery;
import dev.akin.index.store.Facets;
import dev.akin.index.store.Filter;
import dev.akin.index.store.IndexContents;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.word.Authors;
import dev.akin.paper.NamePattern;
import dev.akin.paper.Paper;
import dev.akin.paper.TitleKey;
import dev.akin.recommend.query.Example;
import dev.akin.recommend.query.Query;
import dev.akin.recommend.query.RecommendOptions;
import dev.akin.recommend.understand.Interpretation;
import dev.akin.recommend.understand.Interpreter;
import dev.akin.recommend.understand.ReadAs;
import dev.akin.recommend.understand.Understood;
import dev.akin.recommend.understand.UnknownCategoryException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Answers what people type into a search box.
///
/// - The identifier of a paper: that paper, then papers related to it. The filter applies to these.
/// - A title, or a part of it, and any other phrase: papers for the phrase, that title first.
/// - A person: that person's papers, those closest to the other words first; without other words
///   the newest first.
/// - Only fields: the papers that meet them, the newest first.
///
/// Safe for use by many threads.
///
/// @param recommender compares papers
public record SearchBox(Recommender recommender) {
  private static final String NOT_ALL_COUNTED =
      "An earlier akin wrote some papers, whose categories and languages are not counted yet; the"
          + " next akin index adds them.";

  private static final int SUGGESTIONS = 5;
  private static final int MAX_PERSONS = 5;

  /// The number of words that make a phrase a part of a title, not just a few words in it.
  private static final int MIN_TITLE_WORDS = 3;

  /// Answers from one version of an index.
  ///
  /// @param snapshot of the recommender's index
  /// @param readAs how to read the query; absent for the way that fits
  /// @throws UnknownCategoryException if a category is asked for that no paper has
  public Answer search(
      IndexSnapshot snapshot, TypedQuery typed, @Nullable ReadAs readAs, RecommendOptions options) {
    return answer(snapshot, interpret(snapshot, typed, readAs, options.filter()), options);
  }

  private Answer answer(IndexSnapshot snapshot, Interpretation asked, RecommendOptions options) {
    return switch (asked) {
      case Interpretation.OnePaper paper -> withRelated(snapshot, paper, options);
      case Interpretation.NoPaper none -> listed(snapshot, none, options, List.of());
      case Interpretation.Papers papers when papers.understood().words().isEmpty() ->
          byDate(snapshot, papers, options);
      case Interpretation.Papers papers -> byWords(snapshot, papers, options);
    };
  }

  /// An answer, and how the papers that were searched for are distributed.
  public record Counted(Answer answer, SearchFacets facets) {}

  /// The same with facets, as those of [#facets]. For a phrase, they are those of the results.
  ///
  /// @throws UnknownCategoryException if a category is asked for that no paper has
  public Counted counted(
      IndexSnapshot snapshot, TypedQuery typed, @Nullable ReadAs readAs, RecommendOptions options) {
    Interpretation asked = interpret(snapshot, typed, readAs, options.filter());
    Answer answer = answer(snapshot, asked, options);
    return new Counted(
        answer,
        facets(snapshot, facets(snapshot, asked, options, () -> answer), asked.understood()));
  }

  /// Counts the categories, years and languages of all papers that pass a filter.
  ///
  /// @throws UnknownCategoryException if a category is asked for that no paper has
  public static SearchFacets facets(IndexSnapshot snapshot, Filter filter) {
    requireKnown(snapshot, filter.categories());
    return facets(snapshot, snapshot.contents().facets(filter), null);
  }

  /// The same for the papers that a search finds: all papers of a person, or that meet the fields;
  /// of a phrase, the best [RecommendOptions#MAX_LIMIT].
  ///
  /// @throws UnknownCategoryException if a category is asked for that no paper has
  public SearchFacets facets(
      IndexSnapshot snapshot, TypedQuery typed, @Nullable ReadAs readAs, RecommendOptions options) {
    Interpretation asked = interpret(snapshot, typed, readAs, options.filter());
    RecommendOptions all = options.withLimit(RecommendOptions.MAX_LIMIT);
    Facets facets = facets(snapshot, asked, options, () -> answer(snapshot, asked, all));
    return facets(snapshot, facets, asked.understood());
  }

  /// @param answer for a phrase, of which there is no other way to know the papers
  private static Facets facets(
      IndexSnapshot snapshot,
      Interpretation asked,
      RecommendOptions options,
      Supplier<Answer> answer) {
    IndexContents contents = snapshot.contents();
    return switch (asked) {
      case Interpretation.OnePaper paper -> contents.facets(List.of(paper.number()));
      case Interpretation.NoPaper _ -> contents.facets(List.of());
      case Interpretation.Papers papers when papers.understood().words().isEmpty() ->
          contents.facets(options.filter().with(papers.filter()));
      case Interpretation.Papers _ -> contents.facets(numbers(snapshot, answer.get()));
    };
  }

  private static List<Integer> numbers(IndexSnapshot snapshot, Answer answer) {
    return answer.results().stream()
        .map(result -> snapshot.find(result.paper().id().value()).orElseThrow())
        .toList();
  }

  private static SearchFacets facets(
      IndexSnapshot snapshot, Facets facets, @Nullable Understood understood) {
    return new SearchFacets(
        facets, understood, snapshot.contents().hasNames() ? null : NOT_ALL_COUNTED);
  }

  /// Reads a query.
  private static Interpretation interpret(
      IndexSnapshot snapshot, TypedQuery typed, @Nullable ReadAs readAs, Filter filter) {
    Interpretation asked = new Interpreter(snapshot, readAs).interpret(typed);
    requireKnown(snapshot, filter.categories());
    if (!asked.understood().whole()) {
      requireKnown(snapshot, typed.categories());
    }
    return asked;
  }

  private static void requireKnown(IndexSnapshot snapshot, List<String> categories) {
    for (String category : categories) {
      if (!snapshot.contents().hasCategory(category)) {
        throw new UnknownCategoryException(
            category, snapshot.contents().suggestCategories(category, SUGGESTIONS));
      }
    }
  }

  private Answer withRelated(
      IndexSnapshot snapshot, Interpretation.OnePaper asked, RecommendOptions options) {
    Paper paper = snapshot.paper(asked.number());
    Query query = Query.of(new Example.LikePaper(paper.id().value()));
    Answer related = recommender.recommendOrNothing(snapshot, query, options);
    List<Recommendation> results = new ArrayList<>();
    results.add(Recommendation.listed(1, paper));
    related.results().stream()
        .limit(options.limit() - 1L)
        .forEach(result -> results.add(result.withRank(results.size() + 1)));
    return related.to(query, options, results, asked.understood());
  }

  private static Answer byDate(
      IndexSnapshot snapshot, Interpretation.Papers asked, RecommendOptions options) {
    List<Paper> papers =
        snapshot.browse(options.filter().with(asked.filter()), null, options.limit());
    return listed(snapshot, asked, options, papers);
  }

  private static Answer listed(
      IndexSnapshot snapshot, Interpretation asked, RecommendOptions options, List<Paper> papers) {
    List<Recommendation> results = new ArrayList<>();
    papers.forEach(paper -> results.add(Recommendation.listed(results.size() + 1, paper)));
    return new Answer(
        phrase(asked.understood().typed().text()),
        options,
        List.of(),
        List.of(),
        List.of(),
        results,
        0,
        false,
        false,
        null,
        understood(asked, results),
        snapshot.info());
  }

  /// Somebody who types a name wants all papers of that person, so there is no minimum similarity.
  private Answer byWords(
      IndexSnapshot snapshot, Interpretation.Papers asked, RecommendOptions options) {
    RecommendOptions among = options.withFilter(options.filter().with(asked.filter()));
    boolean ofPerson = !asked.persons().isEmpty() && options.floor() == null;
    Answer found =
        recommender.recommend(
            snapshot, phrase(asked.understood().words()), ofPerson ? among.withFloor(0.0) : among);
    return found.to(
        phrase(asked.understood().typed().text()),
        options,
        found.results(),
        understood(asked, found.results()));
  }

  private static Query phrase(String text) {
    return Query.of(new Example.ForPhrase(text));
  }

  /// How the query was read, as the results show it.
  private static Understood understood(Interpretation asked, List<Recommendation> results) {
    Understood understood = asked.understood();
    if (results.isEmpty()) {
      return understood;
    }
    if (asked instanceof Interpretation.Papers papers && !papers.persons().isEmpty()) {
      return understood.withPersons(authors(results, papers.persons()));
    }
    return understood.as() == Understood.As.PHRASE
            && isInTitle(understood.words(), results.getFirst().paper())
        ? understood.withAs(Understood.As.TITLE)
        : understood;
  }

  /// The authors of papers who may be these persons, the most frequent first.
  private static List<String> authors(List<Recommendation> results, List<NamePattern> persons) {
    Map<String, Integer> papers = new LinkedHashMap<>();
    for (Recommendation result : results) {
      result.paper().authors().stream()
          .filter(author -> persons.stream().anyMatch(person -> Authors.mayBe(author, person)))
          .forEach(author -> papers.merge(author, 1, Integer::sum));
    }
    return papers.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(MAX_PERSONS)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean isInTitle(String words, Paper paper) {
    String key = TitleKey.of(words);
    boolean isLong = key.chars().filter(c -> c == ' ').count() >= MIN_TITLE_WORDS - 1;
    return isLong && (" " + TitleKey.of(paper.title()) + " ").contains(" " + key + " ");
  }
}
