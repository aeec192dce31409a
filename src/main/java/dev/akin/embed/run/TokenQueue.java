package dev.akin.embed.run;

import dev.akin.base.AkinException;
import dev.akin.embed.model.EmbedException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What waits for a model or is in it, counted in tokens: what would wait longer than the patience
/// is refused, by the speed that was seen so far. Safe for use by many threads.
final class TokenQueue {
  private static final double FIRST_GUESS = 2_000;
  private static final double NEWEST = 0.1;

  private final @Nullable Duration patience;
  private final int workers;
  private long tokens;
  private double tokensPerSecond = FIRST_GUESS;
  private boolean isMeasured;

  /// @param patience absent where everything may wait
  /// @param workers that take from it
  TokenQueue(@Nullable Duration patience, int workers) {
    this.patience = patience;
    this.workers = workers;
  }

  /// Takes a place; an empty queue takes anything.
  ///
  /// @throws EmbedException if it is full
  synchronized void enter(long count) {
    requireRoom(count);
    tokens += count;
  }

  /// @throws EmbedException if it is full
  synchronized void requireRoom(long count) {
    if (tokens > 0 && tokens + count > capacity()) {
      throw new EmbedException(
          AkinException.Kind.BUSY,
          "too many texts wait for the model: %,d tokens, the most is %,d"
              .formatted(tokens, capacity()));
    }
  }

  synchronized void leave(long count) {
    tokens -= count;
  }

  /// What a worker did in some time.
  synchronized void measured(long count, long nanos) {
    double weight = isMeasured ? NEWEST : 1;
    tokensPerSecond += weight * (count * 1e9 / Math.max(1, nanos) - tokensPerSecond);
    isMeasured = true;
  }

  /// Tokens that wait or are in the model.
  synchronized long tokens() {
    return tokens;
  }

  /// The most tokens.
  synchronized long capacity() {
    return patience == null
        ? Long.MAX_VALUE
        : (long) (tokensPerSecond * workers * patience.toNanos() / 1e9);
  }
}
