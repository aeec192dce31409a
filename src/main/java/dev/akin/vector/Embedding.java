package dev.akin.vector;

import java.util.List;

/// A direction in the space of one model: `dimension` finite floats of Euclidean length 1.
///
/// Two embeddings can be compared only if they share a [Space]. Immutable, safe for use by many
/// threads.
public final class Embedding {
  private static final double LENGTH_TOLERANCE = 1e-3;

  private final Space space;
  private final float[] values;

  private Embedding(Space space, float[] values) {
    this.space = space;
    this.values = values;
  }

  /// Scales `values` to length 1.
  ///
  /// @param values coordinates, `space.dimension()` of them; copied
  /// @throws IllegalArgumentException if the count is wrong, a value is not finite, or all are zero
  public static Embedding normalize(Space space, float[] values) {
    double length = length(space, values);
    if (!(length > 0) || !Double.isFinite(length)) {
      throw new IllegalArgumentException("a vector of length " + length + " has no direction");
    }
    float[] unit = new float[values.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = (float) (values[i] / length);
    }
    return new Embedding(space, unit);
  }

  /// An embedding with coordinates that are already of length 1, such as stored ones.
  ///
  /// @param values `space.dimension()` coordinates; copied
  /// @throws IllegalArgumentException if the count is wrong, or the length differs from 1 by more
  ///   than a thousandth
  public static Embedding ofUnit(Space space, float[] values) {
    double length = length(space, values);
    if (!(Math.abs(length - 1) < LENGTH_TOLERANCE)) {
      throw new IllegalArgumentException("a vector of length " + length + " is not a unit vector");
    }
    return new Embedding(space, values.clone());
  }

  private static double length(Space space, float[] values) {
    if (values.length != space.dimension()) {
      throw new IllegalArgumentException(
          values.length + " coordinates in a space of " + space.dimension());
    }
    return Math.sqrt(Cosine.dot(values, values));
  }

  /// Joins the embeddings of one text by several models to one vector of length 1. The product of
  /// two such vectors is the mean of the models' cosines.
  ///
  /// @param embeddings one for each model, at least one
  /// @return as many coordinates as the spaces have together
  public static float[] join(List<Embedding> embeddings) {
    double scale = 1 / Math.sqrt(embeddings.size());
    float[] joined = new float[embeddings.stream().mapToInt(e -> e.values.length).sum()];
    int at = 0;
    for (Embedding embedding : embeddings) {
      for (float value : embedding.values) {
        joined[at++] = (float) (scale * value);
      }
    }
    return joined;
  }

  /// The space of the direction.
  public Space space() {
    return space;
  }

  /// Its coordinates; a copy.
  public float[] toArray() {
    return values.clone();
  }

  /// The coordinates themselves; not to be changed.
  float[] values() {
    return values;
  }

  /// The cosine of the angle to `other`, in double precision.
  ///
  /// @return -1 (opposite) to 1 (the same direction)
  /// @throws IllegalArgumentException if `other` is of another space
  public double cosine(Embedding other) {
    space.requireSame(other.space);
    return Cosine.of(values, other.values);
  }
}
