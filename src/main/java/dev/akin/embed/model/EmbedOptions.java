package dev.akin.embed.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How a model is run.
///
/// @param device where
/// @param threads workers on the CPU, each with one thread, at least 1; absent for as many as were
///   measured to be fastest, or one a core; always 1 on a GPU
/// @param tokensPerBatch tokens that a worker is given at a time, padding included, at least 1; a
///   longer text is a batch of its own. Absent for what was measured to be fastest
/// @param patience how much work may wait before texts that somebody waits for are refused; absent
///   where anything may
public record EmbedOptions(
    Device device,
    @Nullable Integer threads,
    @Nullable Integer tokensPerBatch,
    @Nullable Duration patience) {
  private static final int TOKENS_PER_BATCH_ON_A_GPU = 16_384;

  /// On the CPU, as was measured to be fastest on this machine.
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

  /// The same if this is the device, or else what is fast on `other`; batches for a GPU are larger.
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

  /// The same, refusing texts when more work waits than can be done in a time.
  public EmbedOptions withPatience(Duration most) {
    return new EmbedOptions(device, threads, tokensPerBatch, most);
  }

  /// What was measured, but for what somebody has chosen.
  public RunSettings settings(RunSettings measured) {
    RunSettings chosen = threads == null ? measured : measured.withWorkers(threads);
    return tokensPerBatch == null ? chosen : chosen.withTokensPerBatch(tokensPerBatch);
  }
}
