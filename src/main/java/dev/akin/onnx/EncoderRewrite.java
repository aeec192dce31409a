package dev.akin.onnx;

import java.io.IOException;
import java.nio.file.Path;

/// A published encoder that can be written anew. The values of what is written have these names;
/// texts of a batch must have the same length.
public final class EncoderRewrite {
  /// Token ids, int64 `[text][token]`.
  public static final String IDS = "input_ids";

  /// How much a token counts in a group of tokens, float `[text][group][token]`.
  public static final String GROUPS = "groups";

  /// The sum of the states of a group's tokens, each as often as it counts, float
  /// `[text][group][coordinate]`.
  public static final String POOLED = "pooled";

  /// The state of each token, float `[text][token][coordinate]`.
  public static final String STATES = "token_states";

  /// What is written changes with this number.
  public static final int VERSION = 1;

  private final Encoder encoder;

  private EncoderRewrite(Encoder encoder) {
    this.encoder = encoder;
  }

  /// Reads a graph and finds the encoder in it. The file must stay as it is until all is written.
  ///
  /// @throws UnknownGraphException if there is none that akin knows, with the reason
  /// @throws IOException if the file cannot be read or is not ONNX
  public static EncoderRewrite read(Path published) throws IOException, UnknownGraphException {
    return new EncoderRewrite(EncoderFinder.find(OnnxReader.read(published)));
  }

  public int layers() {
    return encoder.layers().size();
  }

  /// Coordinates of a token's state.
  public int width() {
    return encoder.width();
  }

  /// Heads of each layer's attention.
  public int heads() {
    return encoder.heads();
  }

  /// Writes the encoder as a fused graph.
  ///
  /// @throws IOException if it cannot be written
  public void write(Multiplication multiplication, Path target) throws IOException {
    OnnxWriter.write(EncoderGraph.of(encoder, multiplication), target);
  }
}
