package dev.akin.embed.run;

import dev.akin.base.AkinException;
import dev.akin.base.Deadline;
import dev.akin.embed.model.EmbedException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Texts that are being embedded, each alone.
///
/// @param runs a result for each text, in order
///
/// @hidden public for its own room only
public record PendingEmbeddings<T>(List<CompletableFuture<T>> runs) {
  /// Waits for all of them. Texts that have not started when the deadline passes never start.
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

  /// Texts that have not started never start.
  public void cancel() {
    runs.forEach(run -> run.cancel(false));
  }
}
