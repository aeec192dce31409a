package dev.akin.embed.model;

/// How a graph is run on a CPU.
///
/// @param workers how many batches run at the same time, at least 1
/// @param threads how many threads compute one batch, at least 1
/// @param tokensPerBatch the most tokens of a batch, padding included, at least 1; a longer text is
///   a batch of its own
public record RunSettings(int workers, int threads, int tokensPerBatch) {
  private static final int TOKENS_PER_BATCH = 512;

  /// @throws IllegalArgumentException if a number is not positive
  public RunSettings {
    if (workers < 1 || threads < 1 || tokensPerBatch < 1) {
      throw new IllegalArgumentException(
          "workers, threads and tokens of a batch must be at least 1, not %d, %d, %d"
              .formatted(workers, threads, tokensPerBatch));
    }
  }

  /// One worker with one thread for each core: the fastest settings on most machines.
  public static RunSettings workerPerCore() {
    return new RunSettings(Runtime.getRuntime().availableProcessors(), 1, TOKENS_PER_BATCH);
  }

  /// The same with batches of another size.
  public RunSettings withTokensPerBatch(int tokens) {
    return new RunSettings(workers, threads, tokens);
  }

  RunSettings withWorkers(int count) {
    return new RunSettings(count, 1, tokensPerBatch);
  }
}
