package dev.akin.recommend.rank;

import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.NearestOptions;
import dev.akin.index.store.PhrasePlace;
import dev.akin.index.word.QueryTerms;
import dev.akin.recommend.query.Examples;
import dev.akin.recommend.query.Mode;
import dev.akin.recommend.query.NoDirectionException;
import dev.akin.recommend.query.RecommendOptions;
import dev.akin.recommend.query.Resolved;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Finds the candidates of one query in one snapshot, and scores each by meaning and words.
///
/// @hidden public for its own room only
public final class Ranker {
  /// How many papers that have a phrase word for word are candidates.
  private static final int WITH_PHRASE = RecommendOptions.MAX_LIMIT;

  /// Where words rank alone, a paper must share this part of the text, by the weight of the words.
  /// Unrelated papers share less (src/docs/relevance.md).
  private static final double MIN_SHARE = 0.1;

  /// The maximum number of a reader's own papers for which a search finds more candidates.
  private static final int MAX_OWN = 800;

  private final IndexSnapshot snapshot;
  private final RecommendOptions options;
  private final Examples examples;
  private final QueryDirection direction;
  private final Set<Integer> excluded;
  private @Nullable QueryTerms words;

  /// @throws NoDirectionException if there is an aspect, and an example has nothing of it
  public Ranker(IndexSnapshot snapshot, RecommendOptions options, Examples examples) {
    this.snapshot = snapshot;
    this.options = options;
    this.examples = examples;
    this.direction = QueryDirection.of(snapshot, options, examples);
    this.excluded = new HashSet<>(examples.numbers());
    excluded.addAll(examples.own().numbers());
  }

  /// Why there is nothing to search for; absent if there is something.
  private @Nullable String obstacle() {
    if (examples.isBlank()) {
      return "there is no text to find related papers for";
    }
    return options.mode() != Mode.LEXICAL && direction instanceof QueryDirection.Nowhere nowhere
        ? nowhere.why()
        : null;
  }

  /// Requires that there is something to search for.
  ///
  /// @throws NoDirectionException if there is nothing
  public void requireDirection() {
    String obstacle = obstacle();
    if (obstacle != null) {
      throw new NoDirectionException(obstacle);
    }
  }

  public IndexSnapshot snapshot() {
    return snapshot;
  }

  public RecommendOptions options() {
    return options;
  }

  public Examples examples() {
    return examples;
  }

  /// Searches.
  ///
  /// @param byMeaning how many candidates by meaning
  /// @param byWords how many candidates by words
  /// @return best first, without the examples; none if there is nothing to search for
  public List<Candidate> search(int byMeaning, int byWords) {
    if (obstacle() != null) {
      return List.of();
    }
    Map<Integer, PhrasePlace> places = places();
    // A library's own papers are found, too, and must leave enough others.
    int own = Math.min(MAX_OWN, examples.own().numbers().size());
    Map<Integer, QueryDirection.Nearness> near = nearest(byMeaning + own);
    Set<Integer> found = new HashSet<>(near.keySet());
    if (options.mode() != Mode.SEMANTIC) {
      snapshot
          .lexical(words(), byWords + own, options.filter())
          .forEach(hit -> found.add(hit.paper()));
      found.addAll(places.keySet());
    }
    return ranked(score(numbers(found), near), places);
  }

  private Map<Integer, QueryDirection.Nearness> nearest(int count) {
    return options.mode() == Mode.LEXICAL
        ? Map.of()
        : direction.nearest(
            snapshot, count, new NearestOptions(options.filter(), options.method()));
  }

  /// Which candidates are shown: those that are near enough in meaning, or where words rank alone,
  /// that share enough words.
  ///
  /// @param ranked all candidates
  /// @param least the minimum similarity, as a rarity; 0 for none
  /// @param byWords whether words rank alone
  public Predicate<Candidate> floor(List<Candidate> ranked, double least, boolean byWords) {
    if (least == 0) {
      return _ -> true;
    }
    if (byWords) {
      double known = words().known();
      return candidate -> candidate.hasPhrase() || candidate.score() * known >= MIN_SHARE;
    }
    if (options.news() && examples.isPhrase()) {
      return News.of(ranked, words().known(), least, this::rarity);
    }
    return candidate -> candidate.hasPhrase() || Selection.isAbove(least, rarity(candidate));
  }

  private @Nullable Double rarity(Candidate candidate) {
    return Selection.rarity(snapshot, examples, candidate);
  }

  /// Scores given papers.
  ///
  /// @return best first, without the examples, and without those that the mode cannot score
  public List<Candidate> rank(int[] papers) {
    Set<Integer> given = new HashSet<>();
    for (int paper : papers) {
      given.add(paper);
    }
    return ranked(score(numbers(given), Map.of()), Map.of());
  }

  private int[] numbers(Set<Integer> found) {
    int[] numbers = new int[found.size()];
    int size = 0;
    for (int paper : found) {
      if (!excluded.contains(paper)) {
        numbers[size++] = paper;
      }
    }
    Arrays.sort(numbers, 0, size);
    return Arrays.copyOf(numbers, size);
  }

  private QueryTerms words() {
    if (words == null) {
      words = weighed();
    }
    return words;
  }

  private QueryTerms weighed() {
    return options.mode() == Mode.SEMANTIC
        ? QueryTerms.NONE
        : snapshot.words(
            direction instanceof AspectDirection part
                ? List.of(part.words(snapshot, examples))
                : examples.positives().stream().map(Resolved::words).toList());
  }

  /// @param near how near some of the papers are
  private List<Candidate> score(int[] papers, Map<Integer, QueryDirection.Nearness> near) {
    Map<Integer, QueryDirection.Nearness> meaning = meaning(papers, near);
    return switch (options.mode()) {
      case SEMANTIC -> {
        List<Candidate> candidates = new ArrayList<>(papers.length);
        for (int paper : papers) {
          QueryDirection.Nearness nearness = meaning.get(paper);
          if (nearness != null) {
            candidates.add(new Candidate(paper, nearness, 0, nearness.score()));
          }
        }
        yield candidates;
      }
      case LEXICAL ->
          snapshot.lexical(words(), papers).stream()
              .map(
                  hit ->
                      new Candidate(
                          hit.paper(), meaning.get(hit.paper()), hit.score(), hit.score()))
              .toList();
      case HYBRID ->
          Fusion.of(examples, snapshot.info().spaces().size())
              .fuse(papers, meaning, snapshot.lexical(words(), papers));
    };
  }

  private Map<Integer, QueryDirection.Nearness> meaning(
      int[] papers, Map<Integer, QueryDirection.Nearness> near) {
    int[] others = IntStream.of(papers).filter(paper -> !near.containsKey(paper)).toArray();
    if (others.length == 0) {
      return near;
    }
    Map<Integer, QueryDirection.Nearness> meaning = new HashMap<>(near);
    meaning.putAll(direction.nearness(snapshot, others));
    return meaning;
  }

  /// Where papers have the phrase of the query word for word, by number; the best place of each.
  private Map<Integer, PhrasePlace> places() {
    Map<Integer, PhrasePlace> places = new TreeMap<>();
    if (options.mode() != Mode.SEMANTIC) {
      for (Resolved example : examples.positives()) {
        if (example.phrase()) {
          snapshot
              .phrase(example.text(), WITH_PHRASE, options.filter())
              .forEach(hit -> places.merge(hit.paper(), hit.place(), Ranker::better));
        }
      }
    }
    return places;
  }

  private static PhrasePlace better(PhrasePlace one, PhrasePlace other) {
    return one.rank() >= other.rank() ? one : other;
  }

  /// Best first: papers that have the phrase come before all others, by where they have it.
  private List<Candidate> ranked(List<Candidate> candidates, Map<Integer, PhrasePlace> places) {
    List<Candidate> ranked = new ArrayList<>(candidates.size());
    for (Candidate candidate : candidates) {
      PhrasePlace place = places.get(candidate.paper());
      ranked.add(place == null ? candidate : candidate.at(place));
    }
    ranked.sort(
        Comparator.comparingDouble((Candidate candidate) -> -candidate.score())
            .thenComparing(candidate -> snapshot.id(candidate.paper())));
    return ranked;
  }
}
