package dev.akin.index.opensearch.search;

import dev.akin.base.Deadline;
import dev.akin.index.opensearch.client.ClusterSearch.Statistics;
import dev.akin.index.opensearch.document.ClusterDocument;
import dev.akin.index.opensearch.document.FoundDocument;
import dev.akin.index.record.IndexFields;
import dev.akin.index.store.Filter;
import dev.akin.index.store.Hit;
import dev.akin.index.store.Holdings;
import dev.akin.index.store.PhraseHit;
import dev.akin.index.store.PhrasePlace;
import dev.akin.index.word.AnalyzedText;
import dev.akin.index.word.Analyzers;
import dev.akin.index.word.QueryTerms;
import dev.akin.index.word.QueryText;
import dev.akin.index.word.Reading;
import dev.akin.index.word.WordFormula;
import dev.akin.index.word.WordWeights;
import dev.akin.paper.TitleKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Finds papers by words and phrases, and scores them. akin splits and weighs the words; the
/// cluster scores with the statistics of all shards.
///
/// @hidden public for its own room only
public record WordSearch(View view, Deadline deadline) {
  /// More than a BM25 ever is.
  private static final double STEP = 10_000;

  /// Nobody types more, and every word takes time.
  private static final int MAX_CHARS = 1_000;

  /// The weighed words of texts, in each language that they are read in.
  public QueryTerms words(List<QueryText> texts) {
    WordFormula formula = view.formula();
    if (formula == null) {
      return QueryTerms.NONE;
    }
    Holdings holdings = view.info().holdings();
    Set<String> words = new HashSet<>();
    for (QueryText text : texts) {
      for (Reading reading :
          Reading.of(text.language(), holdings.languages(), holdings.wordLanguages())) {
        words.addAll(Analyzers.ofText(reading.language(), text.title()));
        words.addAll(Analyzers.ofText(reading.language(), text.abstractText()));
      }
    }
    try {
      return new WordWeights(formula, view.words().of(words, deadline))
          .weigh(texts, holdings.languages(), holdings.wordLanguages());
    } catch (IOException e) {
      throw new IllegalStateException("all words were looked up", e);
    }
  }

  /// The papers that have some of the strongest words, best first.
  public List<Hit> search(QueryTerms words, int count, Filter filter) {
    if (words.readings().isEmpty()) {
      return List.of();
    }
    List<ObjectNode> readings = words.readings().stream().map(WordSearch::strongest).toList();
    ObjectNode query =
        new SearchJson.Bool()
            .must(SearchJson.best(readings))
            .filter(FilterJson.of(filter))
            .toJson();
    return hits(query, count);
  }

  private static ObjectNode strongest(QueryTerms.Wording words) {
    SearchJson.Bool strongest = new SearchJson.Bool();
    for (QueryTerms.Weighed word : words.strongest()) {
      strongest.should(SearchJson.term(IndexFields.WORDS, word.word(), word.weight()));
    }
    return FilterJson.meeting(
        words.onlyIn(), words.all().isEmpty() ? SearchJson.nothing() : strongest.toJson());
  }

  /// The scores of papers by all words, as shares of the score of the text itself, in the language
  /// in which the share is greatest. Papers that have none of the words are left out.
  public List<Hit> score(QueryTerms words, int[] papers) {
    Map<Integer, Double> best = new HashMap<>();
    for (QueryTerms.Wording reading : words.readings()) {
      if (papers.length > 0 && !reading.all().isEmpty()) {
        // A language in which only one word of three means anything must not give full marks for
        // it.
        double self = reading.self() * (words.known() / reading.known());
        for (Hit hit : hits(scored(reading, papers), papers.length)) {
          best.merge(hit.paper(), hit.score() / self, Math::max);
        }
      }
    }
    List<Hit> shares = new ArrayList<>(best.size());
    best.forEach((paper, share) -> shares.add(new Hit(paper, share)));
    return view.best(shares, shares.size());
  }

  private ObjectNode scored(QueryTerms.Wording words, int[] papers) {
    SearchJson.Bool scored = new SearchJson.Bool();
    for (QueryTerms.Weighed word : words.all()) {
      scored.should(SearchJson.term(IndexFields.WORDS, word.word(), word.weight()));
      if (word.inTitle() > 0) {
        double weight = word.weight() * WordWeights.TITLE;
        scored.should(SearchJson.term(IndexFields.TITLE_WORDS, word.word(), weight));
      }
    }
    return new SearchJson.Bool()
        .must(FilterJson.meeting(words.onlyIn(), scored.atLeastOne().toJson()))
        .filter(withIds(papers))
        .toJson();
  }

  private ObjectNode withIds(int[] papers) {
    return SearchJson.ids(
        IntStream.of(papers)
            .mapToObj(paper -> ClusterDocument.id(view.numbers().met(paper).id()))
            .toList());
  }

  /// The papers that have a phrase, in the order of places, best first; in the same place by BM25,
  /// then by id.
  public List<PhraseHit> phrase(String phrase, int count, Filter filter) {
    if (phrase.length() > MAX_CHARS) {
      return List.of();
    }
    Holdings holdings = view.info().holdings();
    SearchJson.Bool query = new SearchJson.Bool();
    List<ObjectNode> places = new ArrayList<>();
    String title = TitleKey.of(phrase);
    places.add(place(PhrasePlace.WHOLE_TITLE, SearchJson.term(IndexFields.TITLE_KEY, title)));
    Set<List<String>> different = new HashSet<>();
    for (Reading reading : Reading.of(null, holdings.languages(), holdings.wordLanguages())) {
      List<String> words = Analyzers.ofText(reading.language(), phrase);
      if (different.add(words) && !words.isEmpty()) {
        addPlaces(AnalyzedText.of(reading.language(), phrase).line(), reading.onlyIn(), places);
        SearchJson.Bool some = new SearchJson.Bool();
        words.forEach(word -> some.should(SearchJson.term(IndexFields.WORDS, word)));
        query.should(FilterJson.meeting(reading.onlyIn(), some.toJson()));
      }
    }
    query.must(SearchJson.best(places)).filter(FilterJson.of(filter));
    return hits(query.toJson(), count).stream()
        .map(hit -> new PhraseHit(hit.paper(), PhrasePlace.of((int) (hit.score() / STEP))))
        .toList();
  }

  private static void addPlaces(String words, @Nullable String onlyIn, List<ObjectNode> places) {
    String title = IndexFields.TITLE_WORDS;
    places.add(
        place(
            PhrasePlace.ABSTRACT,
            FilterJson.meeting(onlyIn, SearchJson.phrase(IndexFields.WORDS, words))));
    places.add(
        place(
            PhrasePlace.WORDS_IN_TITLE, FilterJson.meeting(onlyIn, SearchJson.all(title, words))));
    places.add(
        place(PhrasePlace.TITLE, FilterJson.meeting(onlyIn, SearchJson.phrase(title, words))));
  }

  private static ObjectNode place(PhrasePlace place, ObjectNode query) {
    return SearchJson.constant(query, place.rank() * STEP);
  }

  /// The papers that a query finds, best first; equal scores in the order of ids.
  private List<Hit> hits(ObjectNode query, int count) {
    ObjectNode body = Point.body(query, Math.min(count, Point.MAX_RESULTS));
    body.putArray("sort").addObject().put("_score", "desc");
    body.withArray("/sort").addObject().put(IndexFields.ID, "asc");
    List<Hit> hits = new ArrayList<>();
    for (FoundDocument found :
        Point.found(view.point().search(body, Statistics.GLOBAL, deadline))) {
      hits.add(new Hit(view.numbers().of(found), found.position().path(0).asDouble()));
    }
    return hits;
  }
}
