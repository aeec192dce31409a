package dev.akin.recommend;

import dev.akin.base.Deadline;
import dev.akin.base.Pause;
import dev.akin.embed.Embedders;
import dev.akin.embed.model.EmbedException;
import dev.akin.index.store.Hit;
import dev.akin.index.store.IndexException;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.index.store.SimilarityScale;
import dev.akin.paper.Paper;
import dev.akin.recommend.explain.Explainer;
import dev.akin.recommend.query.Aspect;
import dev.akin.recommend.query.Examples;
import dev.akin.recommend.query.LoadedPapers;
import dev.akin.recommend.query.Mode;
import dev.akin.recommend.query.NoDirectionException;
import dev.akin.recommend.query.Query;
import dev.akin.recommend.query.RecommendOptions;
import dev.akin.recommend.query.Resolved;
import dev.akin.recommend.query.Resolver;
import dev.akin.recommend.query.UnknownPaperException;
import dev.akin.recommend.rank.Candidate;
import dev.akin.recommend.rank.Ranker;
import dev.akin.recommend.rank.Selection;
import dev.akin.recommend.rank.WorkGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Recommends papers of an index. Each answer comes from exactly one version of it. Safe for use by
/// many threads; owns neither the index nor the embedders.
///
/// The order of the steps is always the same: filter; find candidates by meaning and by words;
/// score each by both, and add the scores; drop what is below the minimum similarity; fold versions
/// of the same work; diversify; limit the papers of each author; cut at the limit; explain.
public final class Recommender {
  /// A list of at most so many papers is found among fewer candidates: of a thousand lists of ten
  /// papers, five then differ from those among many.
  private static final int SHORT_LIST = 32;

  /// Candidates by meaning, and as many by words.
  private static final int CANDIDATES = RecommendOptions.MAX_LIMIT;

  private static final int CANDIDATES_OF_SHORT = 128;

  /// A list of at most so many papers like a single one needs half as many by words: of a thousand
  /// lists, ten then differ from those among many, in place of eight.
  private static final int SHORTEST_LIST = 10;

  /// Candidates where only meaning counts: enough are left when versions are folded.
  private static final int NEAREST = 256;

  private static final int NEAREST_OF_SHORT = 64;

  private final PaperIndex index;
  private final Supplier<Embedders> embedders;
  private final Predicate<String> known;

  /// @param embedders of the index's models; used only when a text has to be embedded
  public Recommender(PaperIndex index, Supplier<Embedders> embedders) {
    this(index, embedders, _ -> true);
  }

  /// @param embedders of the index's models; used only when a text has to be embedded
  /// @param known whether these models know a language, by its ISO 639-1 code; asked only for
  ///   languages other than English
  public Recommender(PaperIndex index, Supplier<Embedders> embedders, Predicate<String> known) {
    this.index = index;
    this.embedders = embedders;
    this.known = known;
  }

  /// Recommends papers.
  ///
  /// @throws UnknownPaperException if the query names a paper that the index does not have
  /// @throws NoDirectionException if the query adds up to nothing, or has nothing of its aspect
  public Answer recommend(Query query, RecommendOptions options) {
    try (IndexSnapshot snapshot = index.snapshot()) {
      return recommend(snapshot, query, options);
    }
  }

  /// Recommends papers of one version of the index.
  ///
  /// @param snapshot of the index
  /// @throws UnknownPaperException if the query names a paper that the index does not have
  /// @throws NoDirectionException if the query adds up to nothing, or has nothing of its aspect
  /// @throws EmbedException if texts cannot be embedded now, or not before the deadline
  /// @throws IndexException if the deadline of the snapshot passes, or nothing was found before it
  public Answer recommend(IndexSnapshot snapshot, Query query, RecommendOptions options) {
    return answer(snapshot, query, resolve(snapshot, query, options), options);
  }

  /// The same for a caller who waits for the models until a deadline.
  ///
  /// @param pause how the caller waits
  public Recommender until(Deadline deadline, Pause pause) {
    return new Recommender(index, () -> embedders.get().until(deadline, pause), known);
  }

  /// Whether the index's models know a language.
  ///
  /// @param language a code of ISO 639-1
  public boolean knows(String language) {
    return known.test(language);
  }

  PaperIndex index() {
    return index;
  }

  Embedders embedders() {
    return embedders.get();
  }

  private Answer answer(
      IndexSnapshot snapshot, Query query, Examples examples, RecommendOptions options) {
    return answer(new LoadedPapers(snapshot), query, examples, options);
  }

  /// Answers a query whose examples are looked up.
  ///
  /// @param papers what was read before; what is recommended is added
  /// @param examples of `query`
  /// @throws NoDirectionException if they add up to nothing
  Answer answer(LoadedPapers papers, Query query, Examples examples, RecommendOptions options) {
    Ranker ranker = ranker(papers.snapshot(), options, examples);
    ranker.requireDirection();
    return answer(papers, query, ranker);
  }

  /// Where the models know none of the examples' languages, what they say of meaning is worth
  /// nothing, so words rank alone. With an aspect they cannot, and the language is refused.
  private Ranker ranker(IndexSnapshot snapshot, RecommendOptions options, Examples examples) {
    boolean byWords =
        options.mode() == Mode.HYBRID
            && options.aspect() == null
            && unknownLanguage(examples) != null;
    return new Ranker(snapshot, byWords ? options.withMode(Mode.LEXICAL) : options, examples);
  }

  /// The language of the examples, if the models know none of their languages; otherwise absent.
  private @Nullable String unknownLanguage(Examples examples) {
    for (Resolved example : examples.positives()) {
      if (example.paper().inUsualLanguage()
          || known.test(String.valueOf(example.paper().language()))) {
        return null;
      }
    }
    return examples.positives().getFirst().paper().language();
  }

  private Answer answer(LoadedPapers papers, Query query, Ranker ranker) {
    IndexSnapshot snapshot = ranker.snapshot();
    RecommendOptions options = ranker.options();
    String unknownLanguage =
        options.mode() == Mode.LEXICAL ? unknownLanguage(ranker.examples()) : null;
    Examples examples = ranker.examples();
    papers.add(examples);
    int byMeaning = candidates(options);
    int byWords = isShortest(options, examples) ? byMeaning / 2 : byMeaning;
    List<Candidate> ranked = ranker.search(byMeaning, byWords);
    double floor = floor(snapshot, query, options);
    Selection selection =
        Selection.of(
            papers,
            options,
            ranked,
            examples,
            ranker.floor(ranked, floor, unknownLanguage != null));
    if (selection.lines().isEmpty()) {
      snapshot.requireWhole();
    }
    return new Answer(
        query,
        options,
        Examples.papers(examples.positives()),
        Examples.papers(examples.negatives()),
        selection.versionsOfExamples(),
        recommendations(papers, selection.lines(), ranker),
        selection.belowFloor(),
        examples.truncated(),
        snapshot.endedEarly(),
        unknownLanguage,
        null,
        snapshot.info());
  }

  private static int candidates(RecommendOptions options) {
    if (options.mode() == Mode.SEMANTIC) {
      return isShort(options) ? NEAREST_OF_SHORT : NEAREST;
    }
    return isShort(options) ? CANDIDATES_OF_SHORT : CANDIDATES;
  }

  private static boolean isShort(RecommendOptions options) {
    return options.limit() <= SHORT_LIST && options.diversity() == 0 && options.perAuthor() == 0;
  }

  private static boolean isShortest(RecommendOptions options, Examples examples) {
    return options.mode() == Mode.HYBRID
        && isShort(options)
        && options.limit() <= SHORTEST_LIST
        && examples.positives().size() == 1
        && !examples.isPhrase();
  }

  private static double floor(IndexSnapshot snapshot, Query query, RecommendOptions options) {
    if (options.floor() != null) {
      return options.floor();
    }
    SimilarityScale closeness = snapshot.info().similarityScale();
    return closeness == null ? 0 : closeness.floorOf(query.isPhrase());
  }

  private List<Recommendation> recommendations(
      LoadedPapers papers, List<WorkGroup> lines, Ranker ranker) {
    Explainer explainer =
        ranker.options().explain() && !lines.isEmpty()
            ? new Explainer(
                papers, embedders.get(), ranker.options().strategyOfMeaning(), ranker.examples())
            : null;
    List<Integer> numbers = lines.stream().map(WorkGroup::number).toList();
    papers.load(numbers);
    if (explainer != null) {
      papers.loadEmbeddings(numbers);
    }
    List<Recommendation> recommendations = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      WorkGroup line = lines.get(i);
      recommendations.add(
          new Recommendation(
              i + 1,
              papers.paper(line.number()),
              line.candidate().cosine(),
              aspect(ranker, line),
              line.candidate().score(),
              Selection.rarity(papers.snapshot(), ranker.examples(), line.candidate()),
              line.versions(),
              explainer == null ? null : explainer.explain(line.number())));
    }
    return recommendations;
  }

  private static @Nullable Double aspect(Ranker ranker, WorkGroup line) {
    Aspect aspect = ranker.options().aspect();
    return aspect != null && ranker.snapshot().roles(line.number()).has(aspect.role())
        ? line.candidate().part()
        : null;
  }

  /// Recommends papers, but none if the query adds up to nothing, as for a paper without text.
  ///
  /// @throws NoDirectionException if an example has nothing of the aspect
  /// @throws UnknownPaperException if the query names a paper that the index does not have
  public Answer recommendOrNothing(Query query, RecommendOptions options) {
    try (IndexSnapshot snapshot = index.snapshot()) {
      return recommendOrNothing(snapshot, query, options);
    }
  }

  /// The same for one version of the index.
  ///
  /// @param snapshot of the index
  /// @throws NoDirectionException if an example has nothing of the aspect
  /// @throws UnknownPaperException if the query names a paper that the index does not have
  public Answer recommendOrNothing(IndexSnapshot snapshot, Query query, RecommendOptions options) {
    Examples examples = resolve(snapshot, query, options);
    return answer(new LoadedPapers(snapshot), query, ranker(snapshot, options, examples));
  }

  private Examples resolve(IndexSnapshot snapshot, Query query, RecommendOptions options) {
    return new Resolver(snapshot, embedders).resolve(query, options);
  }

  /// Ranks given papers instead of those that a search would find, such as the candidates of a
  /// collection or the labeled papers of a corpus.
  ///
  /// @param snapshot where the papers are
  /// @param papers their numbers there
  /// @return best first, without the papers that the query names, and without those that `mode`
  ///   cannot score
  /// @throws UnknownPaperException if the query names a paper that the index does not have
  public List<Hit> rank(IndexSnapshot snapshot, Query query, Mode mode, int[] papers) {
    return rank(snapshot, query, RecommendOptions.DEFAULT.withMode(mode), papers);
  }

  /// The same by the mode, the strategy and the aspect of `options`.
  ///
  /// @throws NoDirectionException if an example has nothing of the aspect
  public List<Hit> rank(
      IndexSnapshot snapshot, Query query, RecommendOptions options, int[] papers) {
    return new Ranker(snapshot, options, resolve(snapshot, query, options))
        .rank(papers).stream()
            .map(candidate -> new Hit(candidate.paper(), candidate.score()))
            .toList();
  }

  /// A paper by its id or another name of it.
  ///
  /// @throws UnknownPaperException if the index does not have it
  public static Paper paper(IndexSnapshot snapshot, String name) {
    return snapshot.paper(Resolver.number(snapshot, name));
  }
}
