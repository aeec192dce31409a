package dev.akin.recommend.explain;

import dev.akin.index.store.Stores;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.embed.Embedders;
import dev.akin.embed.model.EmbedOptions;
import dev.akin.embed.model.ModelFolder;
import dev.akin.embed.model.Models;
import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.PaperIndex;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.paper.Sentences;
import dev.akin.recommend.Answer;
import dev.akin.recommend.Recommendation;
import dev.akin.recommend.Recommender;
import dev.akin.recommend.SampleIndex;
import dev.akin.recommend.query.Example;
import dev.akin.recommend.query.Query;
import dev.akin.recommend.query.RecommendOptions;
import dev.akin.recommend.query.Strategy;
import dev.akin.recommend.query.Weighted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Reasons, by the real model, among the sample papers.
class WhyIT {
  private static final String ABSTRACT =
      "Clocks of machines drift apart. We order the events of a distributed system by messages"
          + " alone, without a common clock.";
  private static final Example CLOCKS = new Example.LikePaper("lamport-1978-clocks");
  private static final Example RELATIONS = new Example.LikePaper("codd-1970-relational");
  private static final Example SECRET = new Example.LikePaper("shamir-1979-secret");
  private static final Example TEXT = new Example.LikeText(ABSTRACT);
  private static final Example PHRASE = new Example.ForPhrase("public key encryption");
  private static final RecommendOptions EXPLAINED =
      RecommendOptions.DEFAULT.withFloor(0.0).withLimit(20).withExplanation();

  private static final Path MODEL = Path.of("models/all-minilm-l6-v2");

  @TempDir private static Path folder;
  private static Embedders embedders;
  private static PaperIndex index;

  @BeforeAll
  static void open() {
    embedders = embedders(MODEL);
    SampleIndex.write(folder, embedders, SampleIndex.read(SampleIndex.PAPERS, 240));
    index = Stores.at(folder).open(PaperIndex.Check.NOTHING);
  }

  private static Embedders embedders(Path model) {
    return Embedders.open(Models.of(ModelFolder.open(model)), EmbedOptions.onAllCores());
  }

  /// The same model, but for its pooling.
  private static Path pooledByTheFirstToken(Path made) throws IOException {
    String card = Files.readString(MODEL.resolve("model.json"));
    Files.writeString(made.resolve("model.json"), card.replace("\"mean\"", "\"cls\""));
    for (String file : List.of("model.onnx", "tokenizer.json")) {
      Files.createSymbolicLink(made.resolve(file), MODEL.resolve(file).toAbsolutePath());
    }
    return made;
  }

  @AfterAll
  static void close() {
    index.close();
    embedders.close();
  }

  static Stream<Query> queries() {
    return Stream.of(
        Query.of(CLOCKS),
        Query.of(TEXT),
        Query.of(PHRASE),
        new Query(
            List.of(new Weighted(CLOCKS, 3), new Weighted(RELATIONS, 1), new Weighted(TEXT, 0.5)),
            List.of(new Weighted(SECRET, 2))),
        Query.of(List.of(PHRASE, TEXT, RELATIONS), List.of(CLOCKS)));
  }

  @ParameterizedTest
  @MethodSource("queries")
  void sharesAddUpToTheCosine(Query query) {
    for (Strategy strategy : Strategy.values()) {
      for (Recommendation result : results(query, EXPLAINED.withStrategy(strategy))) {
        Why why = Objects.requireNonNull(result.why());
        assertThat(why.terms())
            .isNotEmpty()
            .isSortedAccordingTo(Comparator.comparingDouble(term -> -term.share()));
        double sum =
            why.terms().stream().mapToDouble(Why.TermShare::share).sum()
                + Objects.requireNonNull(why.other());
        assertThat(sum)
            .as("%s, %s", result.paper().id(), strategy)
            .isCloseTo(Objects.requireNonNull(result.cosine()), within(1e-4));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("queries")
  void sentencePairsReferToTheRightSentencesAndUseEachOnce(Query query) {
    List<String> ofQuery = sentences(query);
    int pairs = 0;
    for (Recommendation result : results(query, EXPLAINED)) {
      Paper paper = result.paper();
      List<String> ofPaper = Sentences.of(paper.title(), paper.abstractText());
      List<Why.SentencePair> sentences = Objects.requireNonNull(result.why()).sentences();
      assertThat(sentences)
          .hasSizeLessThanOrEqualTo(3)
          .isSortedAccordingTo(Comparator.comparingDouble(pair -> -pair.cosine()))
          .allSatisfy(
              pair -> {
                assertThat(pair.queryText()).isEqualTo(ofQuery.get(pair.query()));
                assertThat(pair.paperText()).isEqualTo(ofPaper.get(pair.paper()));
                assertThat(pair.cosine()).isBetween(0.3, 1.0);
              });
      assertThat(sentences).extracting(Why.SentencePair::query).doesNotHaveDuplicates();
      assertThat(sentences).extracting(Why.SentencePair::paper).doesNotHaveDuplicates();
      pairs += sentences.size();
    }
    assertThat(pairs).isPositive();
  }

  private static List<String> sentences(Query query) {
    List<String> sentences = new ArrayList<>();
    for (Weighted positive : query.positives()) {
      switch (positive.example()) {
        case Example.ForPhrase like -> sentences.add(like.phrase());
        case Example.LikeText like -> sentences.addAll(Sentences.of("", like.text()));
        case Example.LikePaper like -> {
          Paper paper = paper(like.name());
          sentences.addAll(Sentences.of(paper.title(), paper.abstractText()));
        }
      }
    }
    return sentences;
  }

  /// The sentences of one paper are found again under the same places in a query of two.
  @Test
  void sentencesThatAreTheSameHaveTheCosineOne() {
    Paper secret = paper("shamir-1979-secret");
    List<String> sentences = Sentences.of("", secret.abstractText());
    Query query =
        Query.of(List.of(RELATIONS, new Example.LikeText(secret.abstractText())), List.of());
    int before = sentences(Query.of(RELATIONS)).size();
    Why why =
        Objects.requireNonNull(
            results(query, EXPLAINED.withLimit(200)).stream()
                .filter(result -> result.paper().id().equals(secret.id()))
                .findFirst()
                .orElseThrow()
                .why());
    assertThat(why.sentences())
        .hasSize(3)
        .allSatisfy(
            pair -> {
              assertThat(pair.paperText()).isEqualTo(pair.queryText());
              assertThat(sentences.get(pair.query() - before)).isEqualTo(pair.queryText());
              // The title is read with the rest of the paper, but not with the text.
              assertThat(pair.cosine()).isGreaterThan(0.85);
            });
  }

  @Test
  void namesSharedAuthorsAndCategories(@TempDir Path small) {
    SampleIndex.write(
        small,
        embedders,
        List.of(
            paper(
                "query", "Trees in winter", List.of("José García", "Ada Byron"), "cs.DS", "cs.LG"),
            paper("a", "Leaves in autumn", List.of("Bob Moor", "JOSE GARCIA"), "cs.lg", "math.CO"),
            paper("b", "Buds in spring", List.of("Ada García"), "math.CO")));
    try (PaperIndex few = Stores.at(small).open(PaperIndex.Check.NOTHING)) {
      List<Recommendation> results =
          new Recommender(few, () -> embedders)
              .recommend(Query.of(new Example.LikePaper("query")), EXPLAINED)
              .results();
      assertThat(why(results, "a").authors()).containsExactly("JOSE GARCIA");
      assertThat(why(results, "a").categories()).containsExactly("cs.lg");
      assertThat(why(results, "b").authors()).isEmpty();
      assertThat(why(results, "b").categories()).isEmpty();
    }
  }

  @Test
  void hasSentencesAndSharedFactsButNoTermsOfAModelThatDoesNotPoolByMean(
      @TempDir Path made, @TempDir Path small) throws IOException {
    try (Embedders cls = embedders(pooledByTheFirstToken(made))) {
      SampleIndex.write(small, cls, SampleIndex.read(SampleIndex.PAPERS, 20));
      try (PaperIndex few = Stores.at(small).open(PaperIndex.Check.NOTHING)) {
        PaperId id = SampleIndex.read(SampleIndex.PAPERS, 1).getFirst().id();
        Answer answer =
            new Recommender(few, () -> cls)
                .recommend(Query.of(new Example.LikePaper(id.value())), EXPLAINED);
        assertThat(answer.results()).isNotEmpty();
        assertThat(answer.results())
            .extracting(result -> Objects.requireNonNull(result.why()))
            .allSatisfy(
                why -> {
                  assertThat(why.terms()).isEmpty();
                  assertThat(why.other()).isNull();
                })
            .anySatisfy(why -> assertThat(why.sentences()).isNotEmpty())
            .anySatisfy(why -> assertThat(why.categories()).isNotEmpty());
      }
    }
  }

  @Test
  void isAbsentUnlessAskedFor() {
    assertThat(results(Query.of(CLOCKS), RecommendOptions.DEFAULT))
        .isNotEmpty()
        .allSatisfy(result -> assertThat(result.why()).isNull());
  }

  private static Why why(List<Recommendation> results, String id) {
    return Objects.requireNonNull(
        results.stream()
            .filter(result -> result.paper().id().value().equals(id))
            .findFirst()
            .orElseThrow()
            .why());
  }

  private static Paper paper(String id, String title, List<String> authors, String... categories) {
    return new Paper(
        new PaperId(id),
        title,
        "On what " + title + " looks like to us.",
        authors,
        null,
        List.of(categories),
        null,
        null);
  }

  private static Paper paper(String id) {
    try (var snapshot = index.snapshot()) {
      return Recommender.paper(snapshot, id);
    }
  }

  private static List<Recommendation> results(Query query, RecommendOptions options) {
    return new Recommender(index, () -> embedders).recommend(query, options).results();
  }
}
