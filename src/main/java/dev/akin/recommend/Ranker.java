package dev.akin.recommend;

import dev.akin.index.Hit;
import dev.akin.index.IndexSnapshot;
import dev.akin.index.NearestOptions;
import dev.akin.paper.Paper;
import dev.akin.vector.Embedding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Ranks the papers of one snapshot for one query.
final class Ranker {
  /// Candidates of each kind to fuse; fixed, so that an answer does not change with its limit.
  private static final int CANDIDATES = RecommendOptions.MAX_LIMIT;

  private final IndexSnapshot snapshot;
  private final RecommendOptions options;
  private final List<Resolved> positives;
  private final Set<Integer> examples;
  private final @Nullable Embedding direction;

  Ranker(
      IndexSnapshot snapshot,
      RecommendOptions options,
      List<Resolved> positives,
      List<Resolved> negatives) {
    this.snapshot = snapshot;
    this.options = options;
    this.positives = positives;
    this.examples =
        Stream.concat(positives.stream(), negatives.stream())
            .map(Resolved::number)
            .collect(Collectors.toSet());
    this.direction = Direction.of(snapshot.info().space(), positives, negatives);
  }

  List<Recommendation> rank() {
    List<Hit> ranked =
        switch (options.mode()) {
          case SEMANTIC -> semantic(options.limit());
          case LEXICAL -> lexical(options.limit());
          case HYBRID -> hybrid();
        };
    List<Hit> best = ranked.stream().limit(options.limit()).toList();
    List<Paper> papers = snapshot.papers(best.stream().map(Hit::paper).toList());
    List<Recommendation> recommendations = new ArrayList<>(best.size());
    for (int i = 0; i < best.size(); i++) {
      Hit hit = best.get(i);
      recommendations.add(new Recommendation(i + 1, papers.get(i), cosine(hit), hit.score()));
    }
    return recommendations;
  }

  /// Ranks given papers, and not those that a search finds. Those of which nothing is known that
  /// the mode asks for are left out.
  List<Hit> rank(int[] papers) {
    return switch (options.mode()) {
      case SEMANTIC -> semantic(papers);
      case LEXICAL -> lexical(papers);
      case HYBRID -> fused(semantic(papers), lexical(papers));
    };
  }

  private List<Hit> semantic(int[] papers) {
    return direction == null ? List.of() : withoutExamples(snapshot.nearest(direction, papers));
  }

  private List<Hit> lexical(int[] papers) {
    return withoutExamples(snapshot.lexical(words(), papers));
  }

  private List<Hit> semantic(int count) {
    if (direction == null) {
      throw new NoDirectionException("there is no text to find related papers for");
    }
    return withoutExamples(
        snapshot.nearest(
            direction,
            count + examples.size(),
            new NearestOptions(options.filter(), options.method())));
  }

  private List<Hit> lexical(int count) {
    String words = words();
    if (words.isBlank()) {
      throw new NoDirectionException("there is no text to find related papers for");
    }
    return withoutExamples(snapshot.lexical(words, count + examples.size(), options.filter()));
  }

  private String words() {
    return positives.stream().map(Resolved::text).collect(Collectors.joining(" "));
  }

  private List<Hit> hybrid() {
    return fused(semantic(CANDIDATES), lexical(CANDIDATES));
  }

  private List<Hit> fused(List<Hit> byMeaning, List<Hit> byWords) {
    List<Hit> fused = new ArrayList<>(Fusion.reciprocalRanks(byMeaning, byWords));
    fused.sort(
        Comparator.comparingDouble((Hit hit) -> -hit.score())
            .thenComparing(hit -> snapshot.id(hit.paper())));
    return fused;
  }

  private List<Hit> withoutExamples(List<Hit> hits) {
    return hits.stream().filter(hit -> !examples.contains(hit.paper())).toList();
  }

  private @Nullable Double cosine(Hit hit) {
    if (options.mode() == Mode.SEMANTIC) {
      return hit.score();
    }
    Embedding embedding = snapshot.embedding(hit.paper());
    return direction == null || embedding == null ? null : direction.cosine(embedding);
  }
}
