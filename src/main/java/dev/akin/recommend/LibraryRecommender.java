package dev.akin.recommend;

import dev.akin.base.AkinException;
import dev.akin.base.Deadline;
import dev.akin.embed.Embedders;
import dev.akin.embed.model.EmbedException;
import dev.akin.index.store.IndexException;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.recommend.library.ClosestExample;
import dev.akin.recommend.library.Interests;
import dev.akin.recommend.library.LibraryCounts;
import dev.akin.recommend.library.LibraryMatch;
import dev.akin.recommend.library.LibraryTime;
import dev.akin.recommend.library.SeatAllocation;
import dev.akin.recommend.query.Example;
import dev.akin.recommend.query.Examples;
import dev.akin.recommend.query.LoadedPapers;
import dev.akin.recommend.query.NoDirectionException;
import dev.akin.recommend.query.OwnWorks;
import dev.akin.recommend.query.Query;
import dev.akin.recommend.query.RecommendOptions;
import dev.akin.recommend.query.Resolved;
import dev.akin.recommend.query.Resolver;
import dev.akin.recommend.query.UnknownPaperException;
import dev.akin.recommend.query.Weighted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  /// The examples of all interests together, if they are to be explained before a deadline.
  private static final int MAX_EXPLAINED = 25;

  private static final int SHOWN = 2;

  private final Recommender recommender;

  /// @param embedders of the index's models; used only when a text has to be embedded
  /// @param known whether these models know a language, see [Recommender]
  public LibraryRecommender(
      PaperIndex index, Supplier<Embedders> embedders, Predicate<String> known) {
    this(new Recommender(index, embedders, known));
  }

  /// @param recommender for each interest
  public LibraryRecommender(Recommender recommender) {
    this.recommender = recommender;
  }

  /// Recommends papers.
  ///
  /// @param options for each interest; the limit is for all of them together
  /// @throws UnknownPaperException if the query names a paper that the index does not have
  /// @throws NoDirectionException if nothing in the library says what it is about
  public LibraryAnswer recommend(LibraryQuery query, RecommendOptions options) {
    try (IndexSnapshot snapshot = recommender.index().snapshot()) {
      return recommend(snapshot, query, options);
    }
  }

  /// Recommends papers of one version of the index. If the snapshot has a deadline, entries are
  /// read, and interests searched for, in their order and as long as there is time.
  ///
  /// @param options for each interest; the limit is for all of them together
  /// @throws UnknownPaperException if the query names a paper that the index does not have
  /// @throws NoDirectionException if nothing in the library says what it is about
  /// @throws EmbedException if there was no time for any entry
  /// @throws IndexException if there was no time for any interest
  public LibraryAnswer recommend(
      IndexSnapshot snapshot, LibraryQuery query, RecommendOptions options) {
    LibraryTime time = LibraryTime.until(snapshot.deadline());
    LibraryMatch library = LibraryMatch.of(snapshot, query.entries(), time);
    Resolver resolver = new Resolver(snapshot, recommender::embedders);
    List<Resolved> texts = resolver.texts(texts(library, time), time.reading());
    LibraryCounts counts = library.counts(texts.size());
    List<Resolved> positives = positives(resolver, library.numbers(), texts, query);
    List<List<Resolved>> interests =
        Interests.of(positives, Interests.leastCosine(snapshot.info()));
    if (interests.isEmpty()) {
      throw nothing(counts, snapshot.deadline());
    }
    List<Resolved> negatives = resolver.resolve(query.negatives(), RecommendOptions.DEFAULT);
    OwnWorks own = OwnWorks.of(numbers(library.numbers(), positives), positives);
    int asked = asked(sizes(interests), options.limit());
    int examples = examples(options, asked, snapshot.deadline());
    List<Examples> queries =
        interests.stream()
            .limit(asked)
            .map(
                interest ->
                    new Examples(interest.stream().limit(examples).toList(), negatives, own))
            .toList();
    List<Found> answers = answers(snapshot, interests, queries, query.negatives(), options);
    return new LibraryAnswer(
        counts,
        shared(interests.subList(0, answers.size()), answers, options),
        interests.size() - answers.size(),
        counts.unread() > 0 || answers.size() < asked || snapshot.endedEarly(),
        snapshot.info());
  }

  private static List<Paper> texts(LibraryMatch library, LibraryTime time) {
    return library.texts().stream()
        .limit(time.maxExamples() - library.numbers().size())
        .map(LibraryMatch.EntryText::entry)
        .toList();
  }

  private static RuntimeException nothing(LibraryCounts counts, Deadline deadline) {
    return counts.unread() == 0
        ? new NoDirectionException(
            "none of the library's entries (%,d) says what it is about%s"
                .formatted(
                    counts.entries(),
                    counts.leftOut() == 0
                        ? ""
                        : ": the index lacks them, and they have short titles and no abstracts"))
        : new EmbedException(
            AkinException.Kind.LATE,
            "none of the library's entries (%,d) was read within %d ms; try again in a second"
                .formatted(counts.entries(), deadline.limit().toMillis()));
  }

  /// How many examples the query for an interest has. An explanation reads all of them again.
  private static int examples(RecommendOptions options, int interests, Deadline deadline) {
    return options.explain() && !deadline.equals(Deadline.NEVER)
        ? Math.clamp(MAX_EXPLAINED / interests, 1, MAX_EXAMPLES)
        : MAX_EXAMPLES;
  }

  /// What was found for an interest.
  ///
  /// @param closest of each result the example that it is closest to
  private record Found(Answer answer, Map<PaperId, Resolved> closest) {
    static Found of(LoadedPapers papers, List<Resolved> interest, Answer answer) {
      List<Paper> results = answer.results().stream().map(Recommendation::paper).toList();
      if (interest.size() > 1) {
        papers.loadEmbeddings(results.stream().map(papers::number).toList());
      }
      ClosestExample examples = new ClosestExample(interest);
      Map<PaperId, Resolved> closest = new HashMap<>();
      for (Paper paper : results) {
        closest.put(
            paper.id(),
            interest.size() == 1
                ? interest.getFirst()
                : examples.to(papers.embeddings(papers.number(paper))).orElse(interest.getFirst()));
      }
      return new Found(answer, closest);
    }

    Interest.Central closestTo(Recommendation result) {
      return Interest.Central.of(Objects.requireNonNull(closest.get(result.paper().id())));
    }
  }

  /// Answers queries as long as there is time; the first one in any case.
  ///
  /// @param interests that the queries are for, and maybe more
  private List<Found> answers(
      IndexSnapshot snapshot,
      List<List<Resolved>> interests,
      List<Examples> queries,
      List<Weighted> negatives,
      RecommendOptions options) {
    List<Found> answers = new ArrayList<>();
    LoadedPapers papers = new LoadedPapers(snapshot);
    try {
      for (Examples examples : queries) {
        if (answers.isEmpty() || !snapshot.endedEarly()) {
          Answer answer = answer(papers, examples, negatives, options);
          List<Resolved> interest = interests.get(answers.size());
          answers.add(Found.of(papers, interest, answer));
        }
      }
    } catch (IndexException e) {
      if (e.kind() != AkinException.Kind.LATE || answers.isEmpty()) {
        throw e;
      }
    }
    return answers;
  }

  private static List<Resolved> positives(
      Resolver resolver, Set<Integer> papers, List<Resolved> texts, LibraryQuery query) {
    List<Resolved> positives = new ArrayList<>();
    papers.forEach(number -> positives.add(resolver.paper(number, 1)));
    positives.addAll(texts);
    for (Resolved more : resolver.resolve(query.positives(), RecommendOptions.DEFAULT)) {
      if (!papers.contains(more.number())) {
        positives.add(more);
      }
    }
    return positives;
  }

  private static Set<Integer> numbers(Set<Integer> papers, List<Resolved> positives) {
    Set<Integer> numbers = new LinkedHashSet<>(papers);
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
      LoadedPapers papers, Examples examples, List<Weighted> negatives, RecommendOptions options) {
    int limit = Math.min(RecommendOptions.MAX_LIMIT, 2 * options.limit());
    Query query =
        new Query(
            examples.positives().stream().map(LibraryRecommender::example).toList(), negatives);
    return recommender.answer(papers, query, examples, options.withLimit(limit));
  }

  private static Weighted example(Resolved resolved) {
    return Weighted.of(
        resolved.isPaper()
            ? new Example.LikePaper(resolved.paper().id().value())
            : new Example.LikeText(resolved.paper().title(), resolved.paper().abstractText()));
  }

  private static List<Interest> shared(
      List<List<Resolved>> interests, List<Found> answers, RecommendOptions options) {
    List<List<Recommendation>> results =
        InterestMerging.share(
            sizes(interests),
            answers.stream().map(found -> found.answer().results()).toList(),
            options.limit());
    List<Interest> shared = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      List<Resolved> interest = interests.get(i);
      Found found = answers.get(i);
      shared.add(
          new Interest(
              interest.size(),
              interest.stream().limit(SHOWN).map(Interest.Central::of).toList(),
              found
                  .answer()
                  .with(found.answer().options().withLimit(options.limit()), results.get(i)),
              results.get(i).stream().map(found::closestTo).toList()));
    }
    return shared;
  }
}
