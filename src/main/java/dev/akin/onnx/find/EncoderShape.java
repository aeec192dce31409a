package dev.akin.onnx.find;

import dev.akin.onnx.encoder.Encoder;
import dev.akin.onnx.file.Tensor;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Checks that the parts of an encoder fit together: nothing is repeated to fill a shape, and no
/// matrix of weights is used twice, because then the graph would grow when it is written.
final class EncoderShape {
  private final int width;
  private final Set<Tensor> matrices = Collections.newSetFromMap(new IdentityHashMap<>());

  private EncoderShape(int width) {
    this.width = width;
  }

  static void require(Encoder encoder) throws UnknownGraphException {
    EncoderShape shape = new EncoderShape(encoder.width());
    shape.requireTable(encoder.embeddings().positions());
    if (encoder.embeddings().types().isPresent()) {
      shape.requireTable(encoder.embeddings().types().get());
    }
    shape.requireWidth(encoder.embeddings().normalization());
    for (Encoder.Layer layer : encoder.layers()) {
      shape.require(layer);
    }
  }

  private void require(Encoder.Layer layer) throws UnknownGraphException {
    List<Encoder.Linear> linears =
        List.of(
            layer.query(),
            layer.key(),
            layer.value(),
            layer.output(),
            layer.inner(),
            layer.outer());
    for (Encoder.Linear linear : linears) {
      if (!matrices.add(linear.weights().tensor())) {
        throw new UnknownGraphException("its layers share weights");
      }
    }
    boolean fits =
        layer.query().weights().rows() == width
            && layer.output().weights().rows() == layer.value().weights().columns()
            && layer.output().weights().columns() == width
            && layer.inner().weights().rows() == width
            && layer.outer().weights().rows() == layer.inner().weights().columns()
            && layer.outer().weights().columns() == width;
    if (!fits) {
      throw new UnknownGraphException("its layers differ in width from its embeddings");
    }
    requireWidth(layer.afterAttention());
    requireWidth(layer.afterFeedForward());
  }

  private void requireTable(Tensor table) throws UnknownGraphException {
    if (table.shape().getLast() != width) {
      throw new UnknownGraphException("its embeddings differ in width");
    }
  }

  private void requireWidth(Encoder.Normalization normalization) throws UnknownGraphException {
    if (Stream.of(normalization.gain(), normalization.bias()).anyMatch(t -> t.size() != width)) {
      throw new UnknownGraphException("a layer normalization differs in width from its embeddings");
    }
  }
}
