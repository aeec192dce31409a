package dev.akin.serve;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Answers by their tags, the most used ones up to a number of bytes. Requests that want the same
/// answer at the same time wait for one computation. Failures are not kept. Safe for use by many
/// threads.
final class AnswerCache {
  /// The memory of an entry beside its bytes.
  private static final int ENTRY_BYTES = 256;

  private final AsyncCache<EntityTag, Body> answers;

  AnswerCache(long maxBytes) {
    this.answers =
        Caffeine.newBuilder()
            .maximumWeight(maxBytes)
            .weigher((EntityTag tag, Body body) -> body.sizeBytes() + ENTRY_BYTES)
            .buildAsync();
  }

  /// An answer.
  ///
  /// @param known whether this or another request had computed it already, or was about to
  record Found(Body body, boolean known) {}

  /// Finds an answer, or computes it on the thread of the caller. If the computation fails, all
  /// requests that wait for it fail with the same exception.
  Found get(EntityTag tag, Supplier<Body> compute) {
    CompletableFuture<Body> mine = new CompletableFuture<>();
    CompletableFuture<Body> theirs = answers.asMap().putIfAbsent(tag, mine);
    if (theirs != null) {
      return new Found(join(theirs), true);
    }
    try {
      mine.complete(compute.get());
    } catch (RuntimeException | Error e) {
      // The cache drops an answer that fails.
      mine.completeExceptionally(e);
    }
    return new Found(join(mine), false);
  }

  private static Body join(CompletableFuture<Body> answer) {
    try {
      return answer.join();
    } catch (CompletionException e) {
      throw unwrapped(e);
    }
  }

  private static RuntimeException unwrapped(CompletionException e) {
    @Nullable Throwable cause = e.getCause();
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException failure ? failure : e;
  }
}
