package dev.akin.serve;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Answers by their tags, the most used ones up to a number of bytes. Requests that want the same
/// answer at the same time wait for one computation. Failures are not kept. Safe for use by many
/// threads.
///
/// Caffeine's own `get` would let computations wait for those of other answers, and its
/// `AsyncCache` logs every failure, such as each unknown id.
final class AnswerCache {
  /// The memory of an entry in addition to its bytes.
  private static final int ENTRY_BYTES = 256;

  private final Cache<EntityTag, Body> answers;
  private final ConcurrentMap<EntityTag, CompletableFuture<Body>> running =
      new ConcurrentHashMap<>();

  AnswerCache(long maxBytes) {
    this.answers =
        Caffeine.newBuilder()
            .maximumWeight(maxBytes)
            .weigher((EntityTag tag, Body body) -> body.sizeBytes() + ENTRY_BYTES)
            .build();
  }

  /// An answer.
  ///
  /// @param known whether it did not have to be computed for this request
  record Found(Body body, boolean known) {}

  /// Finds an answer, or computes it on the thread of the caller. If the computation fails, all
  /// requests that wait for it fail with the same exception.
  Found get(EntityTag tag, Supplier<Body> compute) {
    Body known = answers.getIfPresent(tag);
    if (known != null) {
      return new Found(known, true);
    }
    CompletableFuture<Body> mine = new CompletableFuture<>();
    CompletableFuture<Body> theirs = running.putIfAbsent(tag, mine);
    return theirs == null ? compute(tag, compute, mine) : new Found(join(theirs), true);
  }

  private Found compute(EntityTag tag, Supplier<Body> compute, CompletableFuture<Body> mine) {
    try {
      // Another request may have finished since the first look.
      Body known = answers.getIfPresent(tag);
      Body body = known == null ? compute.get() : known;
      answers.put(tag, body);
      mine.complete(body);
      return new Found(body, known != null);
    } catch (RuntimeException | Error e) {
      mine.completeExceptionally(e);
      throw e;
    } finally {
      running.remove(tag);
    }
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
