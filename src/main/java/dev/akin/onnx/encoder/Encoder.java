package dev.akin.onnx.encoder;

import dev.akin.onnx.file.Tensor;
import java.util.List;
import java.util.Optional;

/// A BERT-like encoder (Devlin et al., NAACL 2019): embeddings, then layers. Each layer has an
/// attention and a feed-forward net, with a normalization after each of them.
///
/// @param heads how many heads the attention of each layer has; they share the width evenly
///
/// @hidden public for its own room only
public record Encoder(Embeddings embeddings, List<Layer> layers, int heads) {
  public Encoder {
    layers = List.copyOf(layers);
  }

  /// The first state of a token: the sum of the vectors of its word, its position and its type.
  ///
  /// @param words `[word][coordinate]`
  /// @param positions `[position][coordinate]`
  /// @param firstPosition the position of the first token; some models count from 2
  /// @param types `[type][coordinate]`; all tokens of a single text have type 0. Empty if the
  ///   encoder has no types
  public record Embeddings(
      Tensor words,
      Tensor positions,
      int firstPosition,
      Optional<Tensor> types,
      Normalization normalization) {}

  /// One layer.
  ///
  /// @param scale factor of the product of a query and a key
  public record Layer(
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
  public record Linear(Weights weights, Tensor bias) {}

  /// Scales the coordinates of a token to mean 0 and variance 1, then multiplies each by its gain
  /// and adds its bias (Ba et al., 2016).
  public record Normalization(Tensor gain, Tensor bias, float epsilon) {}

  /// How many coordinates the state of a token has.
  public int width() {
    return Math.toIntExact(embeddings.words().shape().get(1));
  }
}
