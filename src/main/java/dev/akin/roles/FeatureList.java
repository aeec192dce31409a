package dev.akin.roles;

import java.util.Arrays;

/// Collects features.
final class FeatureList {
  private final int[] features;
  private int size;

  /// @param max number of features that will be added at most
  FeatureList(int max) {
    features = new int[max];
  }

  void add(FeatureKind kind, int value) {
    features[size++] = kind.of(value);
  }

  void addAll(FeatureKind kind, int[] values) {
    for (int value : values) {
      add(kind, value);
    }
  }

  void addAll(int[] more) {
    System.arraycopy(more, 0, features, size, more.length);
    size += more.length;
  }

  /// The features in the order in which they were added.
  int[] toArray() {
    return Arrays.copyOf(features, size);
  }

  /// The features, each once.
  int[] distinct() {
    int[] sorted = toArray();
    Arrays.sort(sorted);
    int count = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[count++] = sorted[i];
      }
    }
    return Arrays.copyOf(sorted, count);
  }
}
