package dev.akin.harvest;

import dev.akin.base.Sha256;
import java.util.HashSet;
import java.util.Set;

/// Notices when a server gives a resumption token again, so that a harvest does not go in circles.
///
/// Keeps a hash of each token, because a token may be long. The set is emptied when it is full, so
/// that memory is bounded and every circle of at most [#MAX_TOKENS] tokens is still noticed.
final class SeenTokens {
  static final int MAX_TOKENS = 100_000;

  private static final int HASH_BYTES = 8;

  private final Set<String> hashes = new HashSet<>();

  /// Takes the next token.
  ///
  /// @return false if it was seen before
  boolean add(String token) {
    if (hashes.size() > MAX_TOKENS) {
      hashes.clear();
    }
    return hashes.add(Sha256.hex(token, HASH_BYTES));
  }
}
