package dev.akin.serve.guard;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/// How often each of many may do something: a bucket each, which is filled evenly. It does not
/// depend on the wall clock.
final class Rates {
  private static final int MAX_REMEMBERED = 100_000;

  private final LoadingCache<String, Bucket> buckets;

  /// @param burst how many at once
  /// @param perSecond and how many more in every second
  Rates(int burst, int perSecond) {
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(MAX_REMEMBERED)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build(who -> bucket(burst, perSecond));
  }

  private static Bucket bucket(int burst, int perSecond) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
        .withCustomTimePrecision(TimeMeter.SYSTEM_NANOTIME)
        .build();
  }

  /// Takes one of somebody's; false if none is left.
  boolean take(String who) {
    return buckets.get(who).tryConsume(1);
  }

  /// Whether somebody has one left.
  boolean has(String who) {
    return buckets.get(who).getAvailableTokens() > 0;
  }
}
