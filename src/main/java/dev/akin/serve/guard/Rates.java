package dev.akin.serve.guard;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/// Limits how often each of many clients may do something. Each has a bucket of tokens, which is
/// refilled evenly. The wall clock does not matter.
final class Rates {
  private static final int MAX_REMEMBERED = 100_000;

  private final LoadingCache<String, Bucket> buckets;

  /// @param burst how many at once
  /// @param perSecond how many more each second
  Rates(int burst, int perSecond) {
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(MAX_REMEMBERED)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build(client -> bucket(burst, perSecond));
  }

  private static Bucket bucket(int burst, int perSecond) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
        .withCustomTimePrecision(TimeMeter.SYSTEM_NANOTIME)
        .build();
  }

  /// Takes a token of a client; false if none is left.
  boolean take(String client) {
    return buckets.get(client).tryConsume(1);
  }

  /// Whether a client has a token left.
  boolean has(String client) {
    return buckets.get(client).getAvailableTokens() > 0;
  }
}
