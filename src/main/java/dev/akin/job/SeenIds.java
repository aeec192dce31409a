package dev.akin.job;

import com.carrotsearch.hppc.LongHashSet;
import dev.akin.base.TextHash;
import dev.akin.paper.PaperId;

/// The ids of a run, as 64-bit hashes, so that millions fit into memory. Among ten million ids, two
/// have the same hash with a chance of three in a million. Then a paper is counted as a duplicate,
/// or is not pruned; nothing is lost.
///
/// An id takes 8 bytes in a table that is at most three quarters full: 17 MB for a million.
final class SeenIds {
  private final LongHashSet hashes = new LongHashSet();

  /// Whether `id` was not seen before.
  boolean add(PaperId id) {
    return hashes.add(TextHash.of(id.value()));
  }

  boolean contains(PaperId id) {
    return hashes.contains(TextHash.of(id.value()));
  }
}
