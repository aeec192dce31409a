package dev.akin.onnx;

import dev.akin.onnx.encoder.Encoder;
import dev.akin.onnx.file.OnnxReader;
import dev.akin.onnx.file.OnnxWriter;
import dev.akin.onnx.find.EncoderFinder;
import dev.akin.onnx.find.UnknownGraphException;
import dev.akin.onnx.fuse.FusedGraph;
import dev.akin.onnx.fuse.Multiplication;
import dev.akin.onnx.fuse.WeightRange;
import java.io.IOException;
import java.nio.file.Path;

/// A published encoder that can be written again as a [FusedGraph], which has these inputs. All
/// texts of a batch must have the same length.
public final class EncoderRewrite {
  /// Token ids, int64 `[text][token]`.
  public static final String IDS = FusedGraph.IDS;

  /// The weight of each token in each group of tokens, float `[text][group][token]`. The graph adds
  /// up the states of each group.
  public static final String GROUPS = FusedGraph.GROUPS;

  /// Changes whenever akin writes other graphs; then models are rewritten again.
  public static final int VERSION = FusedGraph.VERSION;

  private final Encoder encoder;

  private EncoderRewrite(Encoder encoder) {
    this.encoder = encoder;
  }

  /// Reads a graph and finds the encoder in it. The file must not change before the last [#write].
  ///
  /// @throws UnknownGraphException if it has no encoder that akin knows, with the reason
  /// @throws IOException if the file cannot be read or is not ONNX
  public static EncoderRewrite read(Path published) throws IOException, UnknownGraphException {
    return new EncoderRewrite(EncoderFinder.find(OnnxReader.read(published)));
  }

  /// How many layers the encoder has.
  int layers() {
    return encoder.layers().size();
  }

  /// How many coordinates the state of a token has.
  int width() {
    return encoder.width();
  }

  /// How many heads the attention of each layer has.
  int heads() {
    return encoder.heads();
  }

  /// Writes the encoder as a fused graph.
  ///
  /// @param range of the weights where it multiplies in integers
  /// @throws IOException if the file cannot be written
  public void write(Multiplication multiplication, WeightRange range, Path target)
      throws IOException {
    OnnxWriter.write(FusedGraph.of(encoder, multiplication, range), target);
  }
}
