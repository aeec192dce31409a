package dev.akin.serve;

import dev.akin.base.Deadline;
import dev.akin.serve.guard.RefusedRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Waiting for an answer that another thread computes.
final class PendingAnswer {
  private PendingAnswer() {}

  /// Waits for an answer, at most until a deadline. If it fails, this fails with the same
  /// exception.
  ///
  /// @throws RefusedRequest if the deadline passes
  static <T> T await(CompletableFuture<T> answer, Deadline deadline) {
    try {
      return answer.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw late(deadline);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw late(deadline);
    } catch (ExecutionException e) {
      throw unwrapped(e);
    }
  }

  /// There is no answer in time.
  static RefusedRequest late(Deadline deadline) {
    return new RefusedRequest(
        503, "no answer within " + deadline.limit().toMillis() + " ms; try again in a second");
  }

  private static RuntimeException unwrapped(ExecutionException e) {
    return switch (e.getCause()) {
      case Error error -> throw error;
      case RuntimeException failure -> failure;
      case null, default -> new IllegalStateException(e);
    };
  }
}
