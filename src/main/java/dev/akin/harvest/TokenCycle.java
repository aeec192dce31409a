package dev.akin.harvest;

/// Notices when tokens come round again, whatever the length of the round, with one of them in
/// memory.
///
/// Brent's algorithm: each is compared with the one that was kept last, and the kept one is
/// replaced after 1, 2, 4, 8 … steps (R. P. Brent, An improved Monte Carlo factorization algorithm,
/// 1980).
final class TokenCycle {
  private String kept = "";
  private long steps;
  private long limit = 1;

  /// Takes the next token, which is not empty.
  ///
  /// @return whether it is the kept one again
  boolean closes(String token) {
    if (token.equals(kept)) {
      return true;
    }
    if (++steps == limit) {
      kept = token;
      steps = 0;
      limit *= 2;
    }
    return false;
  }
}
