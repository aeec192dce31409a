package dev.akin.recommend.rank;

import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.NearestOptions;
import dev.akin.index.word.QueryText;
import dev.akin.paper.Paper;
import dev.akin.paper.Sentences;
import dev.akin.recommend.query.Aspect;
import dev.akin.recommend.query.Examples;
import dev.akin.recommend.query.NoDirectionException;
import dev.akin.recommend.query.Resolved;
import dev.akin.roles.PaperRoles;
import dev.akin.vector.Embedding;
import dev.akin.vector.SentenceEmbeddings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// The direction of some examples, and that of their parts with one role. Papers are found by the
/// whole, and ranked by both; the words are those of the title and of the part.
///
/// @param whole the direction of the whole texts
/// @param part the [ExampleMean] of the examples' parts, in the space of the first model
record AspectDirection(QueryDirection whole, Aspect aspect, Embedding part)
    implements QueryDirection {
  /// The only language whose sentences have roles.
  private static final String ENGLISH = "en";

  /// The direction of some examples.
  ///
  /// @throws NoDirectionException if an example has nothing of the aspect, or they cancel each
  ///   other out
  static QueryDirection of(
      IndexSnapshot snapshot, QueryDirection whole, Aspect aspect, Examples examples) {
    if (whole instanceof Nowhere nowhere) {
      throw new NoDirectionException(nowhere.why());
    }
    ExampleMean mean = ExampleMean.of(examples);
    float[] sum = mean.sum(example -> part(snapshot, aspect, example));
    Embedding direction = AverageDirection.normalize(snapshot.info().spaces().getFirst(), sum);
    if (direction == null) {
      throw new NoDirectionException(AverageDirection.CANCELLED);
    }
    return new AspectDirection(whole, aspect, direction);
  }

  /// The words to look for: those of the positives' titles, and of the sentences of their abstracts
  /// that are likeliest about the aspect.
  QueryText words(IndexSnapshot snapshot, Examples examples) {
    StringJoiner titles = new StringJoiner(" ");
    StringJoiner about = new StringJoiner(" ");
    for (Resolved example : examples.positives()) {
      Paper paper = example.paper();
      titles.add(paper.title());
      List<String> sentences = Sentences.of(paper.title(), paper.abstractText());
      PaperRoles roles = example.roles(snapshot);
      for (int i = 0; i < sentences.size(); i++) {
        if (roles.likeliest(i) == aspect.role()) {
          about.add(sentences.get(i));
        }
      }
    }
    return new QueryText(titles.toString(), about.toString(), ENGLISH);
  }

  private static Embedding part(IndexSnapshot snapshot, Aspect aspect, Resolved example) {
    PaperRoles roles = example.roles(snapshot);
    String obstacle = obstacle(roles, aspect, example);
    if (obstacle != null) {
      throw new NoDirectionException(obstacle);
    }
    SentenceEmbeddings sentences =
        example.isPaper() ? snapshot.sentences(example.number()) : example.sentences();
    if (sentences == null || sentences.count() != roles.count()) {
      throw new NoDirectionException(
          "the index has no vectors of the sentences of " + name(example));
    }
    float[] sum = sentences.sum(roles.weights(aspect.role()));
    Embedding part = AverageDirection.normalize(sentences.space(), sum);
    if (part == null) {
      throw new NoDirectionException(
          "the model has read no sentence about the %s of %s"
              .formatted(aspect.label(), name(example)));
    }
    return part;
  }

  /// Why an example has nothing of the aspect; absent if it has.
  private static @Nullable String obstacle(PaperRoles roles, Aspect aspect, Resolved example) {
    Paper paper = example.paper();
    if (paper.abstractText().isBlank()) {
      return "only the title of %s is known, which does not tell its %s"
          .formatted(name(example), aspect.label());
    }
    if (!paper.inUsualLanguage()) {
      return "the language of %s is %s, but akin finds the %s only in English abstracts"
          .formatted(name(example), paper.language(), aspect.label());
    }
    return roles.has(aspect.role())
        ? null
        : "no sentence of %s is likely to be about its %s (all have a probability of at most 0.5)"
            .formatted(
                example.isPaper() ? "the abstract of " + name(example) : name(example),
                aspect.label());
  }

  private static String name(Resolved example) {
    return example.isPaper() ? example.paper().id().value() : "the text";
  }

  @Override
  public Map<Integer, Nearness> nearest(IndexSnapshot snapshot, int count, NearestOptions options) {
    return withParts(snapshot, whole.nearest(snapshot, count, options));
  }

  @Override
  public Map<Integer, Nearness> nearness(IndexSnapshot snapshot, int[] papers) {
    return withParts(snapshot, whole.nearness(snapshot, papers));
  }

  private Map<Integer, Nearness> withParts(IndexSnapshot snapshot, Map<Integer, Nearness> whole) {
    int[] papers = whole.keySet().stream().mapToInt(Integer::intValue).toArray();
    Map<Integer, Double> cosines = snapshot.cosines(part, aspect.role(), papers);
    Map<Integer, Nearness> both = new HashMap<>(whole);
    cosines.forEach(
        (paper, cosine) -> both.computeIfPresent(paper, (_, near) -> near.with(cosine)));
    return both;
  }
}
