package dev.akin.embed;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// An ONNX model of a few hundred bytes, written by hand as the protobuf that ONNX is.
///
/// Its state of a token is `[id, mask]`, two floats, so that a model whose inputs were swapped
/// gives something else. It lists its inputs in another order than BERT does.
public final class TinyModel {
  /// What it gives for a token.
  public enum Output {
    /// The token's id and its mask.
    STATES,
    /// Zeros.
    ZEROS,
    /// Zeros divided by zeros.
    NAN,
    /// The states divided by zeros.
    INFINITE,
    /// The states divided by the token's id: the unknown word, 0, has numbers that are none.
    NAN_WHERE_UNKNOWN,
    /// The same whatever the token is.
    CONSTANT,
    /// The states in double precision.
    DOUBLES
  }

  /// Words `a`, `b`, `c` are the tokens 1, 2, 3, all others 0; no special tokens.
  public static final String TOKENIZER =
      """
      {"version": "1.0", "truncation": null, "padding": null, "added_tokens": [],
       "normalizer": null, "pre_tokenizer": {"type": "Whitespace"}, "post_processor": null,
       "decoder": null,
       "model": {"type": "WordLevel", "vocab": {"?": 0, "a": 1, "b": 2, "c": 3}, "unk_token": "?"}}
      """;

  private static final int FLOAT = 1;
  private static final int INT64 = 7;
  private static final int DOUBLE = 11;

  private TinyModel() {}

  /// The model, for `model.onnx`.
  public static byte[] giving(Output output) {
    return model(output, List.of("attention_mask", "token_type_ids", "input_ids"));
  }

  public static byte[] withInput(String unknown) {
    return model(Output.STATES, List.of("attention_mask", "input_ids", unknown));
  }

  private static byte[] model(Output output, List<String> inputs) {
    Proto graph = new Proto();
    graph.message(1, node("Cast", "ids", "input_ids").message(5, attribute("to", FLOAT)));
    graph.message(1, node("Cast", "mask", "attention_mask").message(5, attribute("to", FLOAT)));
    graph.message(1, node("Unsqueeze", "id column", "ids").message(5, attribute("axes", 2)));
    graph.message(1, node("Unsqueeze", "mask column", "mask").message(5, attribute("axes", 2)));
    graph.message(
        1, node("Concat", "STATES", "id column", "mask column").message(5, attribute("axis", 2)));
    graph.message(1, node("Sub", "ZEROS", "STATES", "STATES"));
    graph.message(1, node("Div", "NAN", "ZEROS", "ZEROS"));
    graph.message(1, node("Div", "INFINITE", "STATES", "ZEROS"));
    graph.message(1, node("Div", "NAN_WHERE_UNKNOWN", "STATES", "id column"));
    graph.message(
        1,
        node("Concat", "CONSTANT", "mask column", "mask column").message(5, attribute("axis", 2)));
    graph.message(1, node("Cast", "DOUBLES", "STATES").message(5, attribute("to", DOUBLE)));
    graph.text(2, "tiny");
    inputs.forEach(input -> graph.message(11, tensor(input, INT64, "batch", "token")));
    graph.message(
        12,
        tensor(
            output.name(), output == Output.DOUBLES ? DOUBLE : FLOAT, "batch", "token", "state"));
    return new Proto()
        .number(1, 7) // version of ONNX's format
        .message(7, graph)
        .message(8, new Proto().text(1, "").number(2, 11)) // version of its operators
        .bytes();
  }

  private static Proto node(String operator, String output, String... inputs) {
    Proto node = new Proto();
    for (String input : inputs) {
      node.text(1, input);
    }
    return node.text(2, output).text(4, operator);
  }

  private static Proto attribute(String name, int value) {
    return name.equals("axes")
        ? new Proto().text(1, name).number(8, value).number(20, 7)
        : new Proto().text(1, name).number(3, value).number(20, 2);
  }

  private static Proto tensor(String name, int type, String... dimensions) {
    Proto shape = new Proto();
    for (String dimension : dimensions) {
      shape.message(1, new Proto().text(2, dimension));
    }
    Proto tensor = new Proto().number(1, type).message(2, shape);
    return new Proto().text(1, name).message(2, new Proto().message(1, tensor));
  }

  /// A protobuf message: numbers below 128 and byte strings below 16,384 bytes.
  private static final class Proto {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Proto number(int field, int value) {
      tag(field, 0);
      out.write(value);
      return this;
    }

    Proto text(int field, String text) {
      return bytes(field, text.getBytes(StandardCharsets.UTF_8));
    }

    Proto message(int field, Proto message) {
      return bytes(field, message.bytes());
    }

    private Proto bytes(int field, byte[] content) {
      tag(field, 2);
      twoBytes(content.length);
      out.writeBytes(content);
      return this;
    }

    private void tag(int field, int wireType) {
      twoBytes((field << 3) | wireType);
    }

    // A varint may be longer than it need be.
    private void twoBytes(int value) {
      out.write((value & 0x7f) | 0x80);
      out.write(value >> 7);
    }

    byte[] bytes() {
      return out.toByteArray();
    }
  }
}
