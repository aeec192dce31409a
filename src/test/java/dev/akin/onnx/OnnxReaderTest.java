package dev.akin.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.google.protobuf.CodedOutputStream;
import dev.akin.Seed;
import dev.akin.onnx.file.Graph;
import dev.akin.onnx.file.OnnxModel;
import dev.akin.onnx.file.OnnxReader;
import dev.akin.onnx.file.OnnxWriter;
import dev.akin.onnx.file.Tensor;
import dev.akin.onnx.find.EncoderFinder;
import dev.akin.onnx.find.UnknownGraphException;
import dev.akin.onnx.fuse.FusedGraph;
import dev.akin.onnx.fuse.Multiplication;
import dev.akin.onnx.fuse.WeightRange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Files of ONNX, whole and damaged.
class OnnxReaderTest {
  private static final long SEED = Seed.ofRun();

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void readsWhatWasWritten(Style style) throws Exception {
    OnnxModel model = PublishedEncoder.of(2, SEED, style);
    assertThat(OnnxReader.read(file(bytes(model)))).isEqualTo(model);
    for (Multiplication multiplication : Multiplication.values()) {
      OnnxModel fused =
          FusedGraph.of(EncoderFinder.find(model), multiplication, WeightRange.NARROW);
      assertThat(OnnxReader.read(file(bytes(fused)))).isEqualTo(fused);
    }
  }

  @Test
  void keepsEachBitOfWeights() throws Exception {
    float[] odd = {
      -0f, Float.MIN_VALUE, Float.NEGATIVE_INFINITY, Float.intBitsToFloat(0x7fa12345), 1e-41f
    };
    Tensor read = roundTrip(Tensor.of(odd, 5));
    int[] bits = new int[odd.length];
    read.bytes().duplicate().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(bits);
    assertThat(bits)
        .containsExactly(0x80000000, 1, 0xff800000, 0x7fa12345, Float.floatToRawIntBits(1e-41f));
    long[] wholes = {Long.MIN_VALUE, -1, 0, Long.MAX_VALUE};
    assertThat(roundTrip(Tensor.of(wholes, 4)).integers()).containsExactly(wholes);
  }

  private Tensor roundTrip(Tensor tensor) throws IOException {
    Graph graph = new Graph(List.of(), Map.of("t", tensor), List.of(), List.of());
    Path file = file(bytes(new OnnxModel(8, Map.of(), 0, graph)));
    return Objects.requireNonNull(OnnxReader.read(file).graph().initializers().get("t"));
  }

  private byte[] bytes(OnnxModel model) throws IOException {
    Path file = folder.resolve("written.onnx");
    OnnxWriter.write(model, file);
    return Files.readAllBytes(file);
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("model.onnx"), bytes);
  }

  // Tensors by hand

  private interface Fields {
    void writeTo(CodedOutputStream out) throws IOException;
  }

  private static byte[] message(Fields fields) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    fields.writeTo(out);
    out.flush();
    return bytes.toByteArray();
  }

  private static byte[] graphOf(Fields tensor) throws IOException {
    byte[] initializer = message(tensor);
    byte[] graph = message(out -> out.writeByteArray(5, initializer));
    return message(out -> out.writeByteArray(7, graph));
  }

  private Tensor tensor(Fields fields) throws IOException {
    Graph graph = OnnxReader.read(file(graphOf(fields))).graph();
    return Objects.requireNonNull(graph.initializers().get(""));
  }

  private static void packed(CodedOutputStream out, int field, long... values) throws IOException {
    out.writeByteArray(
        field,
        message(
            inner -> {
              for (long value : values) {
                inner.writeInt64NoTag(value);
              }
            }));
  }

  @Test
  void readsNumbersInEachFormThatTheFormatHas() throws Exception {
    byte[] floats = Tensor.of(new float[] {1, -2}, 2).bytes().array();
    Tensor raw =
        tensor(
            out -> {
              out.writeInt64(1, 2);
              out.writeInt64(1, 1);
              out.writeInt32(2, Tensor.FLOAT);
              out.writeByteArray(9, floats);
            });
    assertThat(raw.shape()).containsExactly(2L, 1L);
    assertThat(raw.floats()).containsExactly(1, -2);
    Tensor listed =
        tensor(
            out -> {
              packed(out, 1, 2, 1);
              out.writeInt32(2, Tensor.FLOAT);
              out.writeByteArray(4, floats);
            });
    assertThat(listed).isEqualTo(raw);
    for (int type : List.of(Tensor.INT64, Tensor.INT32)) {
      int field = type == Tensor.INT64 ? 7 : 5;
      Tensor packed =
          tensor(
              out -> {
                packed(out, 1, 3);
                out.writeInt32(2, type);
                packed(out, field, 1, -1, 300);
              });
      Tensor apart =
          tensor(
              out -> {
                packed(out, 1, 3);
                out.writeInt32(2, type);
                out.writeInt64(field, 1);
                packed(out, field, -1, 300);
              });
      assertThat(packed.integers()).containsExactly(1, -1, 300);
      assertThat(apart).isEqualTo(packed);
    }
  }

  @Test
  void readsListsInAttributesInBothForms() throws Exception {
    for (boolean isPacked : List.of(true, false)) {
      byte[] attribute =
          message(
              out -> {
                out.writeString(1, "perm");
                if (isPacked) {
                  packed(out, 8, 1, 0);
                } else {
                  out.writeInt64(8, 1);
                  out.writeInt64(8, 0);
                }
                out.writeEnum(20, 7);
              });
      byte[] node = message(out -> out.writeByteArray(5, attribute));
      byte[] graph = message(out -> out.writeByteArray(1, node));
      OnnxModel model = OnnxReader.read(file(message(out -> out.writeByteArray(7, graph))));
      assertThat(model.graph().nodes().getFirst().integers("perm", List.of()))
          .containsExactly(1L, 0L);
    }
  }

  // Damage

  private static byte[] tensorOf(int type, long[] shape, int bytes) throws IOException {
    return graphOf(
        out -> {
          for (long dimension : shape) {
            out.writeInt64(1, dimension);
          }
          out.writeInt32(2, type);
          out.writeByteArray(9, new byte[bytes]);
        });
  }

  private static byte[] repeated(int times, int... bytes) {
    byte[] all = new byte[times * bytes.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) bytes[i % bytes.length];
    }
    return all;
  }

  private static byte[] graphHolding(byte[] content) throws IOException {
    return message(out -> out.writeByteArray(7, content));
  }

  static Stream<Arguments> damaged() throws IOException {
    byte[] twoGigabytes = {58, -1, -1, -1, -1, 7}; // field 7, length 2^31 - 1
    byte[] negative = {58, -1, -1, -1, -1, 15}; // field 7, length -1
    byte[] longName = {58, 8, 10, 6, 34, -1, -1, -1, -1, 7};
    byte[] longTensor = {58, 8, 42, 6, 74, -1, -1, -1, -1, 7};
    byte[] negativeTensor = {58, 8, 42, 6, 74, -1, -1, -1, -1, 15};
    byte[] endless = repeated(20, 0xff);
    long[] overflow = {1L << 32, 1L << 32};
    String shape = "the length of a tensor does not fit its shape";
    String room = "more than 128 MiB";
    return Stream.of(
        argumentSet("empty", new byte[0], "it has no graph"),
        argumentSet("text", "<!doctype html><p>Not found".getBytes(StandardCharsets.UTF_8), ""),
        argumentSet("2 GB said", twoGigabytes, ""),
        argumentSet("a negative length", negative, ""),
        argumentSet("a name of 2 GB", longName, ""),
        argumentSet("a tensor of 2 GB", longTensor, ""),
        argumentSet("a tensor of a negative length", negativeTensor, ""),
        argumentSet("a number without an end", endless, ""),
        argumentSet("groups in groups", repeated(1 << 20, 0x7b), ""),
        argumentSet("short", tensorOf(Tensor.FLOAT, new long[] {2, 2}, 12), shape),
        argumentSet("long", tensorOf(Tensor.FLOAT, new long[] {2, 2}, 20), shape),
        argumentSet("half a number", tensorOf(Tensor.FLOAT, new long[] {2}, 9), shape),
        argumentSet("short integers", tensorOf(Tensor.INT64, new long[] {2}, 8), shape),
        argumentSet("negative", tensorOf(Tensor.FLOAT, new long[] {-1, -1}, 4), shape),
        argumentSet("negative beside 0", tensorOf(Tensor.FLOAT, new long[] {0, -1}, 0), shape),
        argumentSet("overflow", tensorOf(Tensor.FLOAT, overflow, 0), shape),
        argumentSet("overflow in bytes", tensorOf(Tensor.FLOAT, new long[] {1L << 62}, 0), shape),
        argumentSet("overflow unread", tensorOf(Tensor.INT8, overflow, 0), shape),
        argumentSet("negative unread", tensorOf(Tensor.UINT8, new long[] {-9}, 0), shape),
        argumentSet("many nodes", graphHolding(repeated(3 << 20, 10, 0)), room),
        argumentSet(
            "many names",
            graphHolding(message(o -> o.writeByteArray(1, repeated(3 << 20, 10, 0)))),
            room),
        argumentSet(
            "many dimensions", graphOf(out -> out.writeByteArray(1, new byte[3 << 20])), room));
  }

  @ParameterizedTest
  @MethodSource("damaged")
  void refusesDamage(byte[] bytes, String reason) {
    assertThatThrownBy(() -> EncoderRewrite.read(file(bytes)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void refusesAFileThatIsCutOff() throws Exception {
    byte[] whole = bytes(PublishedEncoder.of(1, SEED));
    Random random = Seed.random();
    for (int i = 0; i < 150; i++) {
      byte[] part = Arrays.copyOf(whole, random.nextInt(whole.length - 10));
      // The last 6 bytes are the opset.
      assertThat(readsAs(part)).as("seed %d, %d bytes", SEED, part.length).isEqualTo("no model");
    }
  }

  @Test
  void refusesOrReadsWhatChanceMade() throws Exception {
    Random random = Seed.random();
    byte[] whole = bytes(PublishedEncoder.of(1, SEED, Style.CONSTANTS));
    int refused = 0;
    for (int i = 0; i < 300; i++) {
      byte[] noise = new byte[random.nextInt(200)];
      random.nextBytes(noise);
      assertThat(readsAs(noise)).as("seed %d", SEED).isNotEqualTo("encoder");
      byte[] damaged = whole.clone();
      for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      refused += readsAs(damaged).equals("encoder") ? 0 : 1;
    }
    assertThat(refused).as("seed %d", SEED).isGreaterThan(30);
  }

  /// Any other exception fails the test.
  private String readsAs(byte[] bytes) throws IOException {
    Path file = file(bytes);
    try {
      EncoderRewrite rewrite = EncoderRewrite.read(file);
      rewrite.write(Multiplication.INTEGER, WeightRange.WHOLE, folder.resolve("rewritten.onnx"));
      return "encoder";
    } catch (UnknownGraphException e) {
      return "unknown";
    } catch (IOException e) {
      return "no model";
    }
  }

  @Test
  void refusesAFileThatIsNotThere() {
    assertThatThrownBy(() -> EncoderRewrite.read(folder.resolve("none.onnx")))
        .isInstanceOf(IOException.class);
  }
}
