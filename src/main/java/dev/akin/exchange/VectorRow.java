package dev.akin.exchange;

import org.jspecify.annotations.Nullable;

/// A vector as it stands in a file. Its arrays are not copied.
public final class VectorRow {
  private static final byte[] NO_SENTENCES = new byte[0];

  private final String id;
  private final @Nullable String text;
  private final float[] vector;
  private final byte[] sentences;

  /// The vector of a text.
  ///
  /// @param id of a paper with this text
  /// @param text the key of the text, 32 hexadecimal digits; absent if only the paper is known
  /// @param vector of any length
  /// @param sentences the vectors of its sentences, in the form of
  ///   [dev.akin.vector.SentenceEmbeddings]
  public VectorRow(String id, @Nullable String text, float[] vector, byte[] sentences) {
    this.id = id;
    this.text = text;
    this.vector = vector;
    this.sentences = sentences;
  }

  /// The vector of a paper, without sentences.
  public static VectorRow ofPaper(String id, float[] vector) {
    return new VectorRow(id, null, vector, NO_SENTENCES);
  }

  public String id() {
    return id;
  }

  public @Nullable String text() {
    return text;
  }

  public float[] vector() {
    return vector;
  }

  public byte[] sentences() {
    return sentences;
  }

  /// What the row is found by: its text, or else its paper.
  String name() {
    return text == null ? nameOfPaper(id) : text;
  }

  /// The name of a row that has no text.
  static String nameOfPaper(String id) {
    // No key of a text has a space.
    return "id " + id;
  }
}
