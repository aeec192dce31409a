package dev.akin.embed.rewrite;

import dev.akin.embed.model.Batching;
import dev.akin.embed.model.ModelText;
import dev.akin.embed.model.RunSettings;
import dev.akin.embed.run.EmbeddedText;
import dev.akin.embed.run.Embedder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// Runs a graph in several ways and finds the fastest on this machine.
final class FastestSettings {
  /// Other settings must be faster than the usual ones by this factor, because measurements are
  /// noisy.
  private static final double CLEARLY = 1.05;

  private final int rounds;

  /// @param rounds how often each is measured, at least 1; the median is used
  FastestSettings(int rounds) {
    this.rounds = rounds;
  }

  /// The fastest settings.
  ///
  /// @param open opens the graph with settings
  RunSettings of(List<ModelText> texts, Batching batching, Function<RunSettings, Embedder> open) {
    List<RunSettings> candidates = List.copyOf(candidates(batching));
    List<Embedder> embedders = new ArrayList<>();
    try {
      for (RunSettings candidate : candidates) {
        Embedder embedder = open.apply(candidate);
        embedders.add(embedder);
        nanos(embedder, texts); // the first run is slower
      }
      return candidates.get(fastest(texts, embedders));
    } finally {
      embedders.forEach(Embedder::close);
    }
  }

  /// The usual settings are the first.
  private static Set<RunSettings> candidates(Batching batching) {
    RunSettings usual = RunSettings.workerPerCore();
    Set<RunSettings> candidates = new LinkedHashSet<>();
    candidates.add(usual);
    candidates.add(new RunSettings(1, usual.workers(), usual.tokensPerBatch()));
    candidates.add(new RunSettings(Math.max(1, usual.workers() / 2), 1, usual.tokensPerBatch()));
    if (batching != Batching.ALONE) {
      candidates.add(usual.withTokensPerBatch(usual.tokensPerBatch() / 2));
      candidates.add(usual.withTokensPerBatch(usual.tokensPerBatch() * 2));
    }
    return candidates;
  }

  private int fastest(List<ModelText> texts, List<Embedder> embedders) {
    long[][] nanos = new long[embedders.size()][rounds];
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < nanos.length; i++) {
        nanos[i][round] = nanos(embedders.get(i), texts);
      }
    }
    int fastest = 0;
    double least = median(nanos[0]) / CLEARLY;
    for (int i = 1; i < nanos.length; i++) {
      if (median(nanos[i]) < least) {
        fastest = i;
        least = median(nanos[i]);
      }
    }
    return fastest;
  }

  private static long nanos(Embedder embedder, List<ModelText> texts) {
    long start = System.nanoTime();
    List<EmbeddedText> _ = embedder.embed(texts);
    return System.nanoTime() - start;
  }

  private static double median(long[] values) {
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
