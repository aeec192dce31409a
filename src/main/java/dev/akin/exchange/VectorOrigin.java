package dev.akin.exchange;

import dev.akin.vector.Space;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// The model that made vectors.
///
/// @param model its name
/// @param identity of its space, 16 hexadecimal digits
public record VectorOrigin(String model, String identity) {
  private static final String MODEL = "akin.model";
  private static final String IDENTITY = "akin.identity";

  /// The origin of vectors in a space.
  public static VectorOrigin of(Space space) {
    return new VectorOrigin(space.model(), space.identity());
  }

  /// The origin that the metadata of a file names; absent if it names none.
  static @Nullable VectorOrigin of(Map<String, String> metadata) {
    String model = metadata.get(MODEL);
    String identity = metadata.get(IDENTITY);
    return model == null || identity == null ? null : new VectorOrigin(model, identity);
  }

  /// The origin as the metadata of a file.
  SequencedMap<String, String> metadata() {
    SequencedMap<String, String> metadata = new LinkedHashMap<>();
    metadata.put(MODEL, model);
    metadata.put(IDENTITY, identity);
    return metadata;
  }

  /// Whether the model is that of a space.
  public boolean isOf(Space space) {
    return identity.equals(space.identity());
  }

  /// `all-minilm-l6-v2 (684bd0c1d5a1c0aa)`
  @Override
  public String toString() {
    return "%s (%s)".formatted(model, identity);
  }
}
