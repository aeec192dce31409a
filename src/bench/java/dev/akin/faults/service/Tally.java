package dev.akin.faults.service;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/// What became of many requests. Safe for use by many threads.
final class Tally {
  private final Map<Integer, Long> statuses = new TreeMap<>();
  private double[] millis = new double[1024];
  private int count;
  private long cut;
  private long unheard;
  private long refused;

  /// A whole answer.
  synchronized void answered(int status, double took) {
    statuses.merge(status, 1L, Long::sum);
    if (count == millis.length) {
      millis = Arrays.copyOf(millis, 2 * count);
    }
    millis[count++] = took;
  }

  /// An answer that ended before it was whole.
  synchronized void cut() {
    cut++;
  }

  /// A request that was sent, and no byte came back.
  synchronized void unheard() {
    unheard++;
  }

  /// A connection that did not come about.
  synchronized void refused() {
    refused++;
  }

  synchronized long answers() {
    return count;
  }

  synchronized long answers(int status) {
    return statuses.getOrDefault(status, 0L);
  }

  /// Answers with another status than these.
  synchronized long answersBeside(int... allowed) {
    return count - Arrays.stream(allowed).mapToLong(this::answers).sum();
  }

  synchronized long cuts() {
    return cut;
  }

  synchronized long unheards() {
    return unheard;
  }

  synchronized long refusals() {
    return refused;
  }

  /// The time within which a share of the answers came.
  synchronized double millisOf(double share) {
    double[] sorted = Arrays.copyOf(millis, count);
    Arrays.sort(sorted);
    return count == 0 ? Double.NaN : sorted[(int) Math.min(count - 1, share * count)];
  }

  @Override
  public synchronized String toString() {
    return statuses.toString();
  }
}
