package dev.akin.recommend.explain;

import dev.akin.embed.Embedders;
import dev.akin.embed.model.Models;
import dev.akin.embed.run.ExplainedEmbedding;
import dev.akin.paper.Paper;
import dev.akin.paper.Sentences;
import dev.akin.paper.TitleKey;
import dev.akin.recommend.query.Examples;
import dev.akin.recommend.query.LoadedPapers;
import dev.akin.recommend.query.Resolved;
import dev.akin.recommend.query.Strategy;
import dev.akin.vector.Embedding;
import dev.akin.vector.SentenceEmbeddings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Explains why papers were recommended. The models read the query's examples once, however many
/// papers there are.
///
/// @hidden public for its own room only
public final class Explainer {
  private final LoadedPapers papers;
  private final Examples examples;
  private final Strategy strategy;
  private final int positives;

  /// The examples, positives first, `[model][example]`.
  private final List<List<ExplainedEmbedding>> read;

  /// One blend for each model; none if the blend differs from paper to paper.
  private final List<Blend> average;

  private final SentencePairs sentences;

  public Explainer(LoadedPapers papers, Embedders embedders, Strategy strategy, Examples examples) {
    this.papers = papers;
    this.examples = examples;
    this.strategy = strategy;
    this.positives = examples.positives().size();
    this.read = read(embedders, examples.all().toList());
    this.average =
        strategy == Strategy.BEST
            ? List.of()
            : IntStream.range(0, read.size())
                .mapToObj(column -> Blend.of(examples, column, read.get(column)))
                .toList();
    this.sentences =
        new SentencePairs(
            examples.positives().stream().flatMap(Explainer::sentencesOf).toList(),
            examples.positives().stream().map(like -> like.roles(papers.snapshot())).toList(),
            read.getFirst().subList(0, positives).stream()
                .map(text -> text.embedded().sentences())
                .toList());
  }

  /// Reads the examples that are not read yet.
  private static List<List<ExplainedEmbedding>> read(Embedders embedders, List<Resolved> examples) {
    Models models = embedders.models();
    List<List<ExplainedEmbedding>> now =
        embedders.read(
            examples.stream()
                .filter(example -> example.read().isEmpty())
                .map(example -> example.readings(models))
                .toList());
    return IntStream.range(0, models.folders().size())
        .mapToObj(model -> column(model, examples, now.get(model).iterator()))
        .toList();
  }

  private static List<ExplainedEmbedding> column(
      int model, List<Resolved> examples, Iterator<ExplainedEmbedding> now) {
    List<ExplainedEmbedding> column = new ArrayList<>();
    for (Resolved example : examples) {
      column.add(example.read().isEmpty() ? now.next() : example.read().get(model));
    }
    return column;
  }

  private static Stream<String> sentencesOf(Resolved example) {
    return example.phrase()
        ? Stream.of(example.text())
        : Sentences.of(example.paper().title(), example.paper().abstractText()).stream();
  }

  /// Why a paper was recommended.
  ///
  /// @param number of the paper
  public Why explain(int number) {
    Paper paper = papers.paper(number);
    List<Embedding> embeddings = papers.embeddings(number);
    SentenceEmbeddings stored = papers.snapshot().sentences(number);
    List<Blend> blends = embeddings.isEmpty() ? List.of() : blends(embeddings);
    boolean hasShares = !blends.isEmpty() && blends.stream().allMatch(Blend::hasShares);
    TermShares shares = TermShares.of(hasShares ? blends : List.of(), embeddings);
    return new Why(
        shares.terms(),
        hasShares ? shares.other() : null,
        stored == null ? List.of() : sentences.with(paper, stored, papers.snapshot().roles(number)),
        shared(paper.authors(), Paper::authors),
        shared(paper.categories(), Paper::categories));
  }

  /// The blends that a paper was compared with, one for each model.
  private List<Blend> blends(List<Embedding> paper) {
    if (strategy == Strategy.AVERAGE) {
      return average;
    }
    int best = bestPositive(paper);
    return read.stream().map(texts -> Blend.of(texts.get(best))).toList();
  }

  private int bestPositive(List<Embedding> paper) {
    int best = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < positives; i++) {
      Resolved example = examples.positives().get(i);
      double nearness = example.weight() * cosine(example.embeddings(), paper);
      if (nearness > most) {
        best = i;
        most = nearness;
      }
    }
    return best;
  }

  private static double cosine(List<Embedding> some, List<Embedding> others) {
    return IntStream.range(0, some.size())
        .mapToDouble(column -> some.get(column).cosine(others.get(column)))
        .average()
        .orElse(-1);
  }

  /// The names of a paper that a positive of the query also has.
  private List<String> shared(List<String> names, Function<Paper, Collection<String>> of) {
    Set<String> liked =
        examples.positives().stream()
            .flatMap(example -> of.apply(example.paper()).stream())
            .map(TitleKey::of)
            .collect(Collectors.toSet());
    return names.stream().filter(name -> liked.contains(TitleKey.of(name))).toList();
  }
}
