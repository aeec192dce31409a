package dev.akin.write.vector;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

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
    return Arrays.stream(values())
        .filter(format -> format.label().equals(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "--format must be one of "
                        + Arrays.stream(values())
                            .map(VectorFormat::label)
                            .collect(Collectors.joining(", "))
                        + ", not \""
                        + name
                        + "\""));
  }

  /// Its name on the command line.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
