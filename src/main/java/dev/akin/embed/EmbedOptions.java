package dev.akin.embed;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How a model is run.
///
/// @param device where
/// @param threads workers on the CPU, each with one thread, at least 1; always 1 on a GPU
/// @param tokensPerBatch tokens that a worker is given at a time, padding included, at least 1; a
///   longer text is a batch of its own
/// @param patience how much work may wait before texts that somebody waits for are refused; absent
///   where anything may
public record EmbedOptions(
    Device device, int threads, int tokensPerBatch, @Nullable Duration patience) {
  /// On the CPU, a worker a core, 512 tokens a batch: the fastest of those measured.
  public static EmbedOptions onAllCores() {
    return new EmbedOptions(Device.CPU, Runtime.getRuntime().availableProcessors(), 512, null);
  }

  /// @throws IllegalArgumentException if a number is not positive
  public EmbedOptions {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, not " + threads);
    }
    if (tokensPerBatch < 1) {
      throw new IllegalArgumentException(
          "tokens per batch must be at least 1, not " + tokensPerBatch);
    }
    threads = device == Device.GPU ? 1 : threads;
  }

  /// The same if this is the device, or else what is fast on `other`; batches for a GPU are larger.
  public EmbedOptions on(Device other) {
    if (other == device) {
      return this;
    }
    return other == Device.GPU ? new EmbedOptions(Device.GPU, 1, 16_384, null) : onAllCores();
  }

  /// The same with another number of workers.
  public EmbedOptions withThreads(int count) {
    return new EmbedOptions(device, count, tokensPerBatch, patience);
  }

  /// The same, refusing texts when more work waits than can be done in a time.
  public EmbedOptions withPatience(Duration most) {
    return new EmbedOptions(device, threads, tokensPerBatch, most);
  }
}
