package dev.akin.serve;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.akin.base.Deadline;
import dev.akin.serve.guard.RefusedRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/// Answers by their tags, the most used ones up to a number of bytes. Requests that want the same
/// answer at the same time wait for one computation. Failures and partial answers are not kept.
/// Safe for use by many threads.
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

  /// Finds an answer, or computes it. If the computation fails, all requests that wait for it fail
  /// with the same exception; if it is partial, all of them get what there is.
  ///
  /// @param deadline until when to wait for the computation of another request
  /// @throws RefusedRequest if the deadline passes
  Found get(EntityTag tag, Deadline deadline, Supplier<Body> compute) {
    Body known = answers.getIfPresent(tag);
    if (known != null) {
      return new Found(known, true);
    }
    CompletableFuture<Body> mine = new CompletableFuture<>();
    CompletableFuture<Body> theirs = running.putIfAbsent(tag, mine);
    return theirs == null
        ? compute(tag, compute, mine)
        : new Found(PendingAnswer.await(theirs, deadline), true);
  }

  private Found compute(EntityTag tag, Supplier<Body> compute, CompletableFuture<Body> mine) {
    try {
      // Another request may have finished since the first look.
      Body known = answers.getIfPresent(tag);
      Body body = known == null ? compute.get() : known;
      if (!body.isPartial()) {
        answers.put(tag, body);
      }
      mine.complete(body);
      return new Found(body, known != null);
    } catch (RuntimeException | Error e) {
      mine.completeExceptionally(e);
      throw e;
    } finally {
      running.remove(tag);
    }
  }
}
