package dev.akin.report.word;

import dev.akin.base.SplitMix64;
import java.util.Arrays;

/// Counts by number, for numbers that are not 0. Grows with them.
final class LongCounts {
  private long[] keys = new long[1 << 12];
  private int[] counts = new int[1 << 12];
  private int size;

  /// Adds 1 to the count of a number.
  void add(long key) {
    int slot = slot(key);
    if (keys[slot] == 0) {
      keys[slot] = key;
      size++;
    }
    counts[slot]++;
    if (size > keys.length / 2) {
      grow();
    }
  }

  /// A count; 0 if nothing was counted.
  int get(long key) {
    return counts[slot(key)];
  }

  /// The numbers counted at least so often, ascending.
  long[] atLeast(int count) {
    long[] found = new long[size];
    int next = 0;
    for (int slot = 0; slot < keys.length; slot++) {
      if (keys[slot] != 0 && counts[slot] >= count) {
        found[next++] = keys[slot];
      }
    }
    long[] sorted = Arrays.copyOf(found, next);
    Arrays.sort(sorted);
    return sorted;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldCounts = counts;
    keys = new long[2 * oldKeys.length];
    counts = new int[2 * oldKeys.length];
    for (int old = 0; old < oldKeys.length; old++) {
      if (oldKeys[old] != 0) {
        int slot = slot(oldKeys[old]);
        keys[slot] = oldKeys[old];
        counts[slot] = oldCounts[old];
      }
    }
  }

  private int slot(long key) {
    int slot = (int) (SplitMix64.mix(key) >>> Integer.SIZE) & (keys.length - 1);
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & (keys.length - 1);
    }
    return slot;
  }
}
