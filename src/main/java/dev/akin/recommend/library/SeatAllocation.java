package dev.akin.recommend.library;

import java.util.List;

/// Distributes the papers of an answer over interests.
///
/// The largest interests get one paper each, up to half of the limit. Each further paper goes to
/// the interest with the greatest n / (2 s + 1), where n is the number of its examples and s the
/// number of papers that it has (Sainte-Laguë, 1910, which favors neither large nor small ones).
///
/// @hidden public for its own room only
public final class SeatAllocation {
  private SeatAllocation() {}

  /// How many papers each interest gets.
  ///
  /// @param sizes of the interests, the largest first
  /// @param available how many papers were found for each
  /// @return `limit` in all, if that many are available
  public static int[] of(List<Integer> sizes, List<Integer> available, int limit) {
    int[] shares = new int[sizes.size()];
    int given = 0;
    for (int i = 0; i < shares.length && given < (limit + 1) / 2; i++) {
      if (available.get(i) > 0) {
        shares[i] = 1;
        given++;
      }
    }
    for (int next = next(sizes, available, shares);
        given < limit && next >= 0;
        next = next(sizes, available, shares)) {
      shares[next]++;
      given++;
    }
    return shares;
  }

  /// The interest that gets the next paper; of equal ones the largest. -1 if nothing is left.
  private static int next(List<Integer> sizes, List<Integer> available, int[] shares) {
    int next = -1;
    double most = 0;
    for (int i = 0; i < shares.length; i++) {
      double claim = sizes.get(i) / (2.0 * shares[i] + 1);
      if (shares[i] < available.get(i) && claim > most) {
        next = i;
        most = claim;
      }
    }
    return next;
  }
}
