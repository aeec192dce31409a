package dev.akin.bench.million;

import dev.akin.Seed;
import dev.akin.index.store.Filter;
import dev.akin.index.store.Hit;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.NearestOptions;
import dev.akin.index.word.QueryText;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.vector.Embedding;
import dev.akin.vector.Space;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/// The real vectors of an index, numbered, and mixtures of them. Safe for use by many threads.
final class BaseVectors {
  private static final int NEAR = 16;
  private static final int LIKE = 50;

  /// The golden ratio, as a share of all longs.
  private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

  private final IndexSnapshot snapshot;
  private final Space space;
  private final List<float[]> vectors = new ArrayList<>();
  private final Map<PaperId, Integer> byId = new HashMap<>();
  private final AtomicReferenceArray<int @Nullable []> near;

  BaseVectors(IndexSnapshot snapshot) {
    this.snapshot = snapshot;
    this.space = snapshot.info().spaces().getFirst();
    snapshot.vectors(
        space,
        (id, vector) -> {
          byId.put(id, vectors.size());
          vectors.add(vector.clone());
        });
    this.near = new AtomicReferenceArray<>(vectors.size());
  }

  /// Random numbers for one of many things. Near seeds have much in common, so they are spread.
  static Random random(long number) {
    return Seed.fixed(number * SPREAD);
  }

  int size() {
    return vectors.size();
  }

  float[] vector(int base) {
    return vectors.get(base);
  }

  /// The base that is the paper's own vector; absent if the index does not have the paper.
  @Nullable Integer own(Paper paper) {
    return byId.get(paper.id());
  }

  /// One of the bases whose papers share most with a title; any one if none shares a word. Not the
  /// first: a few papers share most with thousands of others, which would then all be near.
  int like(Paper paper, Random random) {
    List<Hit> hits =
        snapshot.lexical(
            snapshot.words(List.of(new QueryText(paper.title(), "", paper.language()))),
            LIKE,
            Filter.NONE);
    Integer found =
        hits.isEmpty()
            ? null
            : byId.get(snapshot.id(hits.get(random.nextInt(hits.size())).paper()));
    return found == null ? random.nextInt(size()) : found;
  }

  /// The nearest other bases, nearest first, about 16 of them.
  int[] near(int base) {
    int[] known = near.get(base);
    if (known == null) {
      known =
          snapshot
              .nearest(Embedding.ofUnit(space, vector(base)), NEAR + 1, NearestOptions.DEFAULT)
              .stream()
              .map(hit -> byId.get(snapshot.id(hit.paper())))
              .filter(other -> other != null && other != base)
              .mapToInt(Integer::intValue)
              .toArray();
      near.set(base, known);
    }
    return known;
  }

  /// A unit vector between three near bases, anywhere between them: around one of them mixtures
  /// would lie in heaps, as papers do not. With noise: a part of the difference between two near
  /// vectors from anywhere, so that mixtures spread in the directions in which real vectors do.
  ///
  /// @param noise the part of the difference, on average
  float[] mix(int one, int other, double noise, Random random) {
    int[] corners = {one, other, nearOf(random.nextBoolean() ? one : other, random)};
    double[] weights = random.doubles(corners.length).map(share -> -Math.log(1 - share)).toArray();
    double all = DoubleStream.of(weights).sum();
    float[] sum = new float[space.dimension()];
    for (int corner = 0; corner < corners.length; corner++) {
      add(sum, weights[corner] / all, vector(corners[corner]));
    }
    int from = random.nextInt(size());
    double part = (0.75 + 0.5 * random.nextDouble()) * noise;
    add(sum, part, vector(nearOf(from, random)));
    add(sum, -part, vector(from));
    return Embedding.normalize(space, sum).toArray();
  }

  /// A near other base; the base itself if there is none.
  private int nearOf(int base, Random random) {
    int[] near = near(base);
    return near.length == 0 ? base : near[random.nextInt(near.length)];
  }

  private static void add(float[] sum, double weight, float[] vector) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += (float) (weight * vector[i]);
    }
  }
}
