package dev.akin.roles;

import java.util.Arrays;

/// Collects features, each once.
final class FeatureSet {
  private int[] features;
  private int size;

  FeatureSet(int expected) {
    features = new int[expected];
  }

  void add(int feature) {
    if (size == features.length) {
      features = Arrays.copyOf(features, 2 * size + 1);
    }
    features[size++] = feature;
  }

  void addAll(int[] more) {
    for (int feature : more) {
      add(feature);
    }
  }

  /// Adds features of a kind, with given ones as their values.
  void addAll(FeatureKind kind, int[] values) {
    for (int value : values) {
      add(kind.of(value));
    }
  }

  /// What was added, each once, ascending.
  int[] toArray() {
    Arrays.sort(features, 0, size);
    int distinct = 0;
    for (int i = 0; i < size; i++) {
      if (i == 0 || features[i] != features[i - 1]) {
        features[distinct++] = features[i];
      }
    }
    size = distinct;
    return Arrays.copyOf(features, size);
  }
}
