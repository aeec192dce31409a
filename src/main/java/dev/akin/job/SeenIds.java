package dev.akin.job;

import dev.akin.base.SplitMix64;
import dev.akin.paper.PaperId;
import java.util.HashSet;
import java.util.Set;

/// The ids of a run, as 64-bit hashes: millions of them in memory. Two of ten million ids are taken
/// for one with a chance of three in a million; then a paper is counted as a duplicate, or is not
/// pruned, and nothing is lost.
final class SeenIds {
  private final Set<Long> hashes = new HashSet<>();

  /// Whether `id` was not seen before.
  boolean add(PaperId id) {
    return hashes.add(hash(id));
  }

  boolean contains(PaperId id) {
    return hashes.contains(hash(id));
  }

  /// FNV-1a over UTF-16, mixed at the end.
  private static long hash(PaperId id) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < id.value().length(); i++) {
      hash = (hash ^ id.value().charAt(i)) * 0x100000001b3L;
    }
    return SplitMix64.mix(hash);
  }
}
