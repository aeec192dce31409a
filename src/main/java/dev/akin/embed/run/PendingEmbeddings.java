package dev.akin.embed.run;

import dev.akin.base.AkinException;
import dev.akin.embed.model.EmbedException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Texts on their way through a model, each in a run of its own.
///
/// @param runs in the order of the texts
///
/// @hidden public for its own room only
public record PendingEmbeddings<T>(List<CompletableFuture<T>> runs) {
  /// Waits for all of them. What has not begun when the deadline passes never does.
  ///
  /// @throws EmbedException if the engine fails, or the deadline passes
  public List<T> await(Deadline deadline) {
    List<T> results = new ArrayList<>(runs.size());
    try {
      for (CompletableFuture<T> run : runs) {
        results.add(run.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS));
      }
      return results;
    } catch (TimeoutException e) {
      throw new EmbedException(
          AkinException.Kind.LATE,
          "the texts were not read within " + deadline.limit().toMillis() + " ms",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EmbedException(AkinException.Kind.LATE, "stopped before the texts were read", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof EmbedException failure
          ? failure
          : new EmbedException(AkinException.Kind.FAILED, "a text: " + EmbedException.reason(e), e);
    } finally {
      cancel();
    }
  }

  /// What has not begun never does.
  public void cancel() {
    runs.forEach(run -> run.cancel(false));
  }
}
