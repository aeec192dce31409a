package dev.akin.embed.add;

/// Kinds of models that people bring, as far as their graphs differ.
enum Architecture {
  /// Types and positions; a normalization after each part.
  BERT("bert"),
  /// Positions are counted after the number of the padding token; no types.
  XLM_ROBERTA("xlm-roberta"),
  /// Like the one before, and a bias of the scores by the distance of two tokens. The real one puts
  /// distances into buckets; here they are cut.
  MPNET("mpnet"),
  /// No types.
  DISTILBERT("distilbert"),
  /// Positions by rotation; a normalization before each part; a gate in the feed-forward net; no
  /// biases; every second layer sees near tokens only.
  MODERNBERT("modernbert"),
  /// A decoder: tokens see earlier tokens only; positions by rotation, from an input.
  DECODER("qwen3");

  final String type;

  Architecture(String type) {
    this.type = type;
  }

  boolean isPreNormalized() {
    return this == MODERNBERT || this == DECODER;
  }

  boolean isRotary() {
    return this == MODERNBERT || this == DECODER;
  }

  boolean isCountedAfterPadding() {
    return this == XLM_ROBERTA || this == MPNET;
  }

  boolean hasBiases() {
    return !isPreNormalized();
  }
}
