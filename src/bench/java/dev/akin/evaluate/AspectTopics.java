package dev.akin.evaluate;

import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.Hit;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.recommend.query.Aspect;
import dev.akin.vector.Embedding;
import dev.akin.vector.SentenceEmbeddings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/// How often a paper has the topic of its ten nearest by meaning, without an aspect and by each. A
/// topic is rather a problem than a method, so the parts of papers about their problem should find
/// it best.
///
/// Usage: AspectTopics INDEX TOPICS
final class AspectTopics {
  private static final float OF_PART = 0.7f;
  private static final int NEIGHBORS = 10;

  private final List<Integer> papers = new ArrayList<>();
  private final Map<Integer, String> topics = new HashMap<>();
  private final IndexSnapshot snapshot;

  private AspectTopics(IndexSnapshot snapshot, LabeledTopics labeled) {
    this.snapshot = snapshot;
    labeled
        .topicOf()
        .forEach(
            (id, topic) -> {
              OptionalInt paper = snapshot.find(id.value());
              if (paper.isPresent()) {
                topics.put(papers.size(), topic);
                papers.add(paper.getAsInt());
              }
            });
  }

  /// Measures and prints.
  public static void main(String[] arguments) {
    try (PaperIndex index = new LuceneStore(Path.of(arguments[0])).open(PaperIndex.Check.NOTHING);
        IndexSnapshot snapshot = index.snapshot()) {
      new AspectTopics(snapshot, LabeledTopics.read(Path.of(arguments[1]))).print();
    }
  }

  private void print() {
    List<float[]> wholes =
        papers.stream().map(paper -> snapshot.embeddings(paper).getFirst().toArray()).toList();
    Sample whole = accuracy(wholes, null);
    System.out.printf(Locale.ROOT, "%,d papers%n", papers.size());
    print("whole", whole, whole);
    for (Aspect aspect : Aspect.values()) {
      List<float[]> parts =
          IntStream.range(0, papers.size()).mapToObj(i -> part(i, aspect)).toList();
      print(aspect.label(), accuracy(wholes, parts), whole);
    }
  }

  private static void print(String what, Sample accuracy, Sample whole) {
    Sample gain = accuracy.minus(whole);
    System.out.printf(
        Locale.ROOT,
        "%-8s %.1f ± %.1f, gain %+.2f ± %.2f%n",
        what,
        100 * accuracy.mean(),
        100 * accuracy.standardError(),
        100 * gain.mean(),
        100 * gain.standardError());
  }

  /// The part of a paper, of length 1; the whole if nothing has the role.
  private float[] part(int place, Aspect aspect) {
    int paper = papers.get(place);
    SentenceEmbeddings sentences = snapshot.sentences(paper);
    double[] weights = snapshot.roles(paper).weights(aspect.role());
    if (sentences == null || sentences.count() != weights.length) {
      return snapshot.embeddings(paper).getFirst().toArray();
    }
    return Embedding.normalize(sentences.space(), sentences.sum(weights)).toArray();
  }

  private Sample accuracy(List<float[]> wholes, @Nullable List<float[]> parts) {
    return Sample.of(
        IntStream.range(0, papers.size())
            .parallel()
            .mapToDouble(
                paper -> {
                  String voted = TopicAccuracy.vote(nearest(paper, wholes, parts), topics);
                  return voted.equals(topics.get(paper)) ? 1 : 0;
                }));
  }

  private static List<Hit> nearest(int paper, List<float[]> wholes, @Nullable List<float[]> parts) {
    PriorityQueue<Hit> best = new PriorityQueue<>(Comparator.comparingDouble(Hit::score));
    for (int other = 0; other < wholes.size(); other++) {
      if (other != paper) {
        float cosine = VectorUtil.dotProduct(wholes.get(paper), wholes.get(other));
        if (parts != null) {
          float part = VectorUtil.dotProduct(parts.get(paper), parts.get(other));
          cosine = OF_PART * part + (1 - OF_PART) * cosine;
        }
        if (best.size() < NEIGHBORS || cosine > best.element().score()) {
          best.add(new Hit(other, cosine));
        }
        if (best.size() > NEIGHBORS) {
          best.remove();
        }
      }
    }
    return List.copyOf(best);
  }
}
