package dev.akin.embed.run;

import dev.akin.base.AkinException;
import dev.akin.embed.model.EmbedException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Counts the tokens that wait for a model or are in it. It refuses work that would wait longer
/// than the patience, at the speed that was measured so far. Safe for use by many threads.
final class TokenQueue {
  private static final double INITIAL_TOKENS_PER_SECOND = 2_000;

  /// The weight of the newest measurement in the moving average.
  private static final double NEWEST = 0.1;

  private final @Nullable Duration patience;
  private final int workers;
  private long tokens;
  private double tokensPerSecond = INITIAL_TOKENS_PER_SECOND;
  private boolean isMeasured;

  /// @param patience how long work may wait; absent for no limit
  /// @param workers how many take from the queue
  TokenQueue(@Nullable Duration patience, int workers) {
    this.patience = patience;
    this.workers = workers;
  }

  /// Adds tokens. An empty queue accepts any number.
  ///
  /// @throws EmbedException if the queue is full
  synchronized void enter(long count) {
    requireRoom(count);
    tokens += count;
  }

  /// Checks that tokens could be added.
  ///
  /// @throws EmbedException if the queue is full
  synchronized void requireRoom(long count) {
    if (tokens > 0 && tokens + count > capacity()) {
      throw new EmbedException(
          AkinException.Kind.BUSY,
          "too many texts are waiting for the model: %,d tokens; the limit is %,d"
              .formatted(tokens, capacity()));
    }
  }

  /// Removes tokens.
  synchronized void leave(long count) {
    tokens -= count;
  }

  /// Tells how many tokens a worker has computed in `nanos`.
  synchronized void measured(long count, long nanos) {
    double weight = isMeasured ? NEWEST : 1;
    tokensPerSecond += weight * (count * 1e9 / Math.max(1, nanos) - tokensPerSecond);
    isMeasured = true;
  }

  /// How many tokens are waiting or in the model.
  synchronized long tokens() {
    return tokens;
  }

  /// How many tokens there may be at most.
  synchronized long capacity() {
    return patience == null
        ? Long.MAX_VALUE
        : (long) (tokensPerSecond * workers * patience.toNanos() / 1e9);
  }
}
