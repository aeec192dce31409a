package dev.akin.write.vector;

import dev.akin.base.Labels;
import java.util.List;
import java.util.Locale;

/// The formats of ids and vectors.
public enum VectorFormat {
  /// `vectors.npy`, rows of float32, and `ids.npy`, for NumPy.
  NPY,
  /// `vectors.jsonl`, a JSON object on each line.
  JSONL,
  /// `vectors.parquet`: a string and a list of floats.
  PARQUET;

  /// The names of the files that it writes.
  public List<String> files() {
    return switch (this) {
      case NPY -> List.of("vectors.npy", "ids.npy");
      case JSONL -> List.of("vectors.jsonl");
      case PARQUET -> List.of("vectors.parquet");
    };
  }

  /// The format with a name.
  ///
  /// @throws IllegalArgumentException if no format has this name; the message lists all
  public static VectorFormat byName(String name) {
    return Labels.find(List.of(values()), VectorFormat::label, "--as", name);
  }

  /// Its name on the command line.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
