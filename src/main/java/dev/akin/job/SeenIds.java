package dev.akin.job;

import com.carrotsearch.hppc.LongHashSet;
import dev.akin.paper.PaperId;

/// The ids of a run, as 64-bit hashes, so that millions fit into memory. Among ten million ids, two
/// have the same hash with a chance of three in a million. Then a paper is counted as a duplicate,
/// or is not pruned; nothing is lost.
final class SeenIds {
  private final LongHashSet hashes = new LongHashSet();

  /// Whether `id` was not seen before.
  boolean add(PaperId id) {
    return hashes.add(hash(id));
  }

  boolean contains(PaperId id) {
    return hashes.contains(hash(id));
  }

  /// FNV-1a over UTF-16.
  static long hash(PaperId id) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < id.value().length(); i++) {
      hash = (hash ^ id.value().charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }
}
