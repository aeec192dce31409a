package dev.akin.recommend;

import dev.akin.embed.Embedders;
import dev.akin.index.IndexSnapshot;
import dev.akin.index.PaperIndex;
import dev.akin.recommend.library.ClosestExample;
import dev.akin.recommend.library.Interests;
import dev.akin.recommend.library.LibraryMatch;
import dev.akin.recommend.library.SeatAllocation;
import dev.akin.recommend.query.Example;
import dev.akin.recommend.query.Examples;
import dev.akin.recommend.query.NoDirectionException;
import dev.akin.recommend.query.OwnWorks;
import dev.akin.recommend.query.Query;
import dev.akin.recommend.query.RecommendOptions;
import dev.akin.recommend.query.Resolved;
import dev.akin.recommend.query.Resolver;
import dev.akin.recommend.query.UnknownPaperException;
import dev.akin.recommend.query.Weighted;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Recommends papers to the reader of a library. It searches for each of the reader's interests
/// separately, because the mean of several interests is near to none of them. Papers of the library
/// are not recommended. Each answer comes from exactly one version of the index. Safe for use by
/// many threads; owns neither the index nor the embedders.
public final class LibraryRecommender {
  /// The query for an interest has at most this many of its examples. The mean of the most central
  /// ones is near the mean of all.
  private static final int MAX_EXAMPLES = 20;

  private static final int SHOWN = 2;

  private final PaperIndex index;
  private final Supplier<Embedders> embedders;
  private final Recommender recommender;

  /// @param embedders of the index's models; used only when a text has to be embedded
  /// @param known whether these models know a language, see [Recommender]
  public LibraryRecommender(
      PaperIndex index, Supplier<Embedders> embedders, Predicate<String> known) {
    this.index = index;
    this.embedders = embedders;
    this.recommender = new Recommender(index, embedders, known);
  }

  /// Recommends papers.
  ///
  /// @param options for each interest; the limit is for all of them together
  /// @throws UnknownPaperException if the query names a paper that the index does not have
  /// @throws NoDirectionException if nothing in the library says what it is about
  public LibraryAnswer recommend(LibraryQuery query, RecommendOptions options) {
    try (IndexSnapshot snapshot = index.snapshot()) {
      return recommend(snapshot, query, options);
    }
  }

  /// Recommends papers of one version of the index.
  ///
  /// @param snapshot of the index
  /// @throws UnknownPaperException if the query names a paper that the index does not have
  /// @throws NoDirectionException if nothing in the library says what it is about
  public LibraryAnswer recommend(
      IndexSnapshot snapshot, LibraryQuery query, RecommendOptions options) {
    LibraryMatch library = LibraryMatch.of(snapshot, query.entries());
    Resolver resolver = new Resolver(snapshot, embedders);
    List<Resolved> positives = positives(resolver, library, query);
    List<List<Resolved>> interests =
        Interests.of(positives, Interests.leastCosine(snapshot.info()));
    if (interests.isEmpty()) {
      throw new NoDirectionException(
          "none of the library's entries (%,d) says what it is about"
              .formatted(query.entries().size()));
    }
    List<Resolved> negatives = resolver.resolve(query.negatives(), RecommendOptions.DEFAULT);
    OwnWorks own = OwnWorks.of(numbers(library, positives), positives);
    int asked = asked(sizes(interests), options.limit());
    List<Answer> answers =
        interests.stream()
            .limit(asked)
            .map(
                interest ->
                    new Examples(interest.stream().limit(MAX_EXAMPLES).toList(), negatives, own))
            .map(examples -> answer(snapshot, examples, query.negatives(), options))
            .toList();
    return new LibraryAnswer(
        library.counts(),
        shared(snapshot, interests.subList(0, asked), answers, options),
        interests.size() - asked,
        snapshot.info());
  }

  private static List<Resolved> positives(
      Resolver resolver, LibraryMatch library, LibraryQuery query) {
    List<Resolved> positives = new ArrayList<>();
    library.numbers().forEach(number -> positives.add(resolver.paper(number, 1)));
    positives.addAll(resolver.texts(library.texts()));
    for (Resolved more : resolver.resolve(query.positives(), RecommendOptions.DEFAULT)) {
      if (!library.numbers().contains(more.number())) {
        positives.add(more);
      }
    }
    return positives;
  }

  private static Set<Integer> numbers(LibraryMatch library, List<Resolved> positives) {
    Set<Integer> numbers = new LinkedHashSet<>(library.numbers());
    positives.stream().filter(Resolved::isPaper).map(Resolved::number).forEach(numbers::add);
    return numbers;
  }

  private static List<Integer> sizes(List<List<Resolved>> interests) {
    return interests.stream().map(List::size).toList();
  }

  /// How many of the interests would get a paper if there were enough for each.
  private static int asked(List<Integer> sizes, int limit) {
    int[] shares = SeatAllocation.of(sizes, sizes.stream().map(size -> limit).toList(), limit);
    int asked = 0;
    while (asked < shares.length && shares[asked] > 0) {
      asked++;
    }
    return asked;
  }

  /// Finds more papers than the interest gets: some of them may rank better for other interests.
  private Answer answer(
      IndexSnapshot snapshot,
      Examples examples,
      List<Weighted> negatives,
      RecommendOptions options) {
    int limit = Math.min(RecommendOptions.MAX_LIMIT, 2 * options.limit());
    Query query =
        new Query(
            examples.positives().stream().map(LibraryRecommender::example).toList(), negatives);
    return recommender.answer(snapshot, query, examples, options.withLimit(limit));
  }

  private static Weighted example(Resolved resolved) {
    return Weighted.of(
        resolved.isPaper()
            ? new Example.LikePaper(resolved.paper().id().value())
            : new Example.LikeText(resolved.paper().title(), resolved.paper().abstractText()));
  }

  private static List<Interest> shared(
      IndexSnapshot snapshot,
      List<List<Resolved>> interests,
      List<Answer> answers,
      RecommendOptions options) {
    List<List<Recommendation>> results =
        InterestMerging.share(
            sizes(interests), answers.stream().map(Answer::results).toList(), options.limit());
    List<Interest> shared = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      List<Resolved> interest = interests.get(i);
      shared.add(
          new Interest(
              interest.size(),
              interest.stream().limit(SHOWN).map(Interest.Central::of).toList(),
              answers
                  .get(i)
                  .with(answers.get(i).options().withLimit(options.limit()), results.get(i)),
              closest(snapshot, interest, results.get(i))));
    }
    return shared;
  }

  private static List<Interest.Central> closest(
      IndexSnapshot snapshot, List<Resolved> interest, List<Recommendation> results) {
    ClosestExample examples = new ClosestExample(interest);
    return results.stream()
        .map(result -> snapshot.find(result.paper().id().value()).orElseThrow())
        .map(number -> examples.to(snapshot.embeddings(number)).orElse(interest.getFirst()))
        .map(Interest.Central::of)
        .toList();
  }
}
