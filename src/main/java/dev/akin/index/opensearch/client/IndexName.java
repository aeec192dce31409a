package dev.akin.index.opensearch.client;

import java.util.Locale;
import java.util.regex.Pattern;

/// The names of indices: `<alias>-<model>-<build>`.
final class IndexName {
  private static final Pattern OTHER = Pattern.compile("[^a-z0-9.]+");
  private static final int MAX_MODEL_CHARS = 60;

  private IndexName() {}

  /// The name of the index of a build. A model's name is for people here; characters that
  /// OpenSearch does not allow become hyphens.
  static String of(String alias, String model, String build) {
    String plain = OTHER.matcher(model.toLowerCase(Locale.ROOT)).replaceAll("-");
    String shorter = plain.substring(0, Math.min(plain.length(), MAX_MODEL_CHARS));
    return alias + "-" + shorter + "-" + build;
  }
}
