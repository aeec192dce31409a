package dev.akin.onnx;

import java.util.List;
import java.util.Optional;

/// A BERT-like encoder (Devlin et al., NAACL 2019), as it was found in a graph: embeddings, then
/// layers of attention and of a feed-forward net, a normalization after each.
///
/// @param heads of each layer's attention; they share the width evenly
record Encoder(Embeddings embeddings, List<Layer> layers, int heads) {
  Encoder {
    layers = List.copyOf(layers);
  }

  /// What a token begins as: its word's vector, that of its place and that of its type.
  ///
  /// @param words `[word][coordinate]`
  /// @param positions `[place][coordinate]`
  /// @param firstPosition the place of the first token: some count from 2
  /// @param types `[type][coordinate]`; all tokens of a single text are of type 0. Empty if the
  ///   encoder has none
  record Embeddings(
      Tensor words,
      Tensor positions,
      int firstPosition,
      Optional<Tensor> types,
      Normalization normalization) {}

  /// One layer.
  ///
  /// @param scale by which a query's product with a key is multiplied
  record Layer(
      Linear query,
      Linear key,
      Linear value,
      float scale,
      Linear output,
      Normalization afterAttention,
      Linear inner,
      Linear outer,
      Normalization afterFeedForward) {}

  /// `x W + b`.
  record Linear(Weights weights, Tensor bias) {}

  /// Mean 0 and variance 1 over a token's coordinates, then a gain and a bias for each (Ba et al.,
  /// 2016).
  record Normalization(Tensor gain, Tensor bias, float epsilon) {}

  /// Coordinates of a token's state.
  int width() {
    return Math.toIntExact(embeddings.words().shape().get(1));
  }
}
