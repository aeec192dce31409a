package dev.akin.embed.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How a model is run.
///
/// @param device where it runs
/// @param threads how many workers run on the CPU, each with one thread, at least 1; absent for the
///   number that was measured to be fastest, or else one for each core. Always 1 on a GPU
/// @param tokensPerBatch the most tokens of a batch, padding included, at least 1; a longer text is
///   a batch of its own. Absent for the number that was measured to be fastest
/// @param patience texts for a caller who waits are refused if they would wait longer; absent for
///   no limit
public record EmbedOptions(
    Device device,
    @Nullable Integer threads,
    @Nullable Integer tokensPerBatch,
    @Nullable Duration patience) {
  private static final int TOKENS_PER_BATCH_ON_A_GPU = 16_384;

  /// On the CPU, in the way that was measured to be fastest on this machine.
  public static EmbedOptions onAllCores() {
    return new EmbedOptions(Device.CPU, null, null, null);
  }

  /// @throws IllegalArgumentException if a number is not positive
  public EmbedOptions {
    if (threads != null && threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, not " + threads);
    }
    if (tokensPerBatch != null && tokensPerBatch < 1) {
      throw new IllegalArgumentException(
          "tokens per batch must be at least 1, not " + tokensPerBatch);
    }
    threads = device == Device.GPU ? Integer.valueOf(1) : threads;
  }

  /// The same if `other` is the device; otherwise what is fast on `other`. Batches for a GPU are
  /// larger.
  public EmbedOptions on(Device other) {
    if (other == device) {
      return this;
    }
    return other == Device.GPU
        ? new EmbedOptions(Device.GPU, 1, TOKENS_PER_BATCH_ON_A_GPU, null)
        : onAllCores();
  }

  /// The same with another number of workers.
  public EmbedOptions withThreads(int count) {
    return new EmbedOptions(device, count, tokensPerBatch, patience);
  }

  /// The same with another patience.
  public EmbedOptions withPatience(Duration other) {
    return new EmbedOptions(device, threads, tokensPerBatch, other);
  }

  /// The measured settings, except those that these options name.
  public RunSettings settings(RunSettings measured) {
    RunSettings chosen = threads == null ? measured : measured.withWorkers(threads);
    return tokensPerBatch == null ? chosen : chosen.withTokensPerBatch(tokensPerBatch);
  }
}
