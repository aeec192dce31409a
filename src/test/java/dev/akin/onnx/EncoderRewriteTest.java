package dev.akin.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.Seed;
import dev.akin.onnx.file.Node;
import dev.akin.onnx.file.OnnxModel;
import dev.akin.onnx.file.OnnxReader;
import dev.akin.onnx.file.OnnxWriter;
import dev.akin.onnx.find.EncoderFinder;
import dev.akin.onnx.fuse.FusedGraph;
import dev.akin.onnx.fuse.Multiplication;
import dev.akin.onnx.fuse.WeightRange;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Encoders as exporters write them, run as published and as rewritten.
@Tag("slow")
class EncoderRewriteTest {
  private static final long SEED = 7;

  @TempDir private Path folder;

  static Stream<List<Style>> publishedStyles() {
    return Stream.of(
        List.of(),
        List.of(Style.SWAPPED),
        List.of(Style.NORMALIZATION),
        List.of(Style.NEW_AXES),
        List.of(Style.NORMALIZATION, Style.GELU),
        List.of(Style.GEMM),
        List.of(Style.GEMM, Style.CONSTANT_SHAPE, Style.NORMALIZATION),
        List.of(Style.TRANSPOSED),
        List.of(Style.CONSTANTS),
        List.of(Style.SCALED_PARTS),
        List.of(Style.SCALED_PARTS, Style.OPEN_HEADS, Style.SWAPPED, Style.NORMALIZATION),
        List.of(Style.SCALED_PARTS, Style.GEMM, Style.CONSTANTS, Style.NEW_AXES),
        List.of(Style.WHERE),
        List.of(Style.CONSTANT_SHAPE),
        List.of(Style.OPEN_HEADS),
        List.of(Style.NO_TYPES),
        List.of(Style.NO_TYPES, Style.SLICED_PLACES),
        List.of(Style.ZERO_TYPES, Style.RANGE),
        List.of(Style.CONSTANT_ZERO_TYPES),
        List.of(Style.COUNTED_MASK, Style.ZERO_TYPES),
        List.of(Style.COUNTED_WORDS, Style.ZERO_TYPES, Style.SWAPPED),
        List.of(Style.IDENTITIES),
        List.of(Style.IDENTITIES, Style.CONSTANTS, Style.TRANSPOSED, Style.NEW_AXES),
        List.of(Style.POOLED));
  }

  @ParameterizedTest
  @MethodSource("publishedStyles")
  void givesTheStatesThatThePublishedGraphGives(List<Style> styles) throws Exception {
    for (int layers : List.of(1, 3)) {
      OnnxModel model = published(layers, styles);
      long[][] ids = ids(layers, 7 - layers);
      float[][][] wanted = OnnxRun.published(file(model), ids);
      float[][][] groups = groups(layers, 7 - layers);
      Map<String, Object> given =
          OnnxRun.rewritten(rewritten(model, Multiplication.EXACT), ids, groups);
      assertThat(distance(states(given), wanted)).as("seed %d", SEED).isLessThan(1e-5);
      assertThat(distance(pooled(given), sums(groups, wanted))).isLessThan(1e-5);
    }
  }

  @ParameterizedTest
  @MethodSource("publishedStyles")
  void givesNearlyTheSameStatesInIntegers(List<Style> styles) throws Exception {
    OnnxModel model = published(2, styles);
    long[][] ids = ids(3, 6);
    float[][][] wanted = OnnxRun.published(file(model), ids);
    for (Multiplication multiplication :
        List.of(Multiplication.HALF_INTEGER, Multiplication.INTEGER)) {
      for (WeightRange range : multiplication.ranges()) {
        Path file = rewritten(model, multiplication, range);
        float[][][] given = states(OnnxRun.rewritten(file, ids, groups(3, 6)));
        assertThat(cosine(given, wanted)).as("seed %d", SEED).isGreaterThan(0.95);
        // Not the same: it was multiplied in integers.
        assertThat(distance(given, wanted)).isGreaterThan(1e-4);
      }
    }
  }

  @Test
  void multipliesInIntegersWhereItSays() throws Exception {
    OnnxModel model = published(2, List.of());
    assertThat(integerProducts(model, Multiplication.EXACT)).isEmpty();
    assertThat(integerProducts(model, Multiplication.HALF_INTEGER))
        .containsExactly("layer 0 output", "layer 0 inner", "layer 1 output", "layer 1 inner");
    assertThat(integerProducts(model, Multiplication.INTEGER))
        .containsExactly(
            "layer 0 queries keys values",
            "layer 0 output",
            "layer 0 inner",
            "layer 0 outer",
            "layer 1 queries keys values",
            "layer 1 output",
            "layer 1 inner",
            "layer 1 outer");
  }

  private List<String> integerProducts(OnnxModel model, Multiplication multiplication)
      throws Exception {
    return OnnxReader.read(rewritten(model, multiplication)).graph().nodes().stream()
        .filter(node -> node.isMicrosoft("DynamicQuantizeMatMul"))
        .map(Node::output)
        .collect(Collectors.toList());
  }

  @Test
  void saysWhatItFound() throws Exception {
    EncoderRewrite rewrite = EncoderRewrite.read(file(published(3, List.of())));
    assertThat(rewrite.layers()).isEqualTo(3);
    assertThat(rewrite.width()).isEqualTo(PublishedEncoder.WIDTH);
    assertThat(rewrite.heads()).isEqualTo(PublishedEncoder.HEADS);
  }

  /// As files of the third version of ONNX's format do.
  @Test
  void readsInitializersThatAreListedAmongTheInputs() throws Exception {
    OnnxModel model = published(1, List.of());
    OnnxModel old = Changes.listInitializersAmongInputs(model);
    assertThat(EncoderFinder.find(old)).isEqualTo(EncoderFinder.find(model));
  }

  private static OnnxModel published(int layers, List<Style> styles) {
    return PublishedEncoder.of(layers, SEED, styles.toArray(Style[]::new));
  }

  private Path file(OnnxModel model) throws Exception {
    Path file = folder.resolve("published.onnx");
    OnnxWriter.write(model, file);
    return file;
  }

  private Path rewritten(OnnxModel model, Multiplication multiplication) throws Exception {
    return rewritten(model, multiplication, WeightRange.WHOLE);
  }

  private Path rewritten(OnnxModel model, Multiplication multiplication, WeightRange range)
      throws Exception {
    Path file = folder.resolve(multiplication + " " + range + ".onnx");
    EncoderRewrite.read(file(model)).write(multiplication, range, file);
    return file;
  }

  /// No padding, which is number 1.
  private static long[][] ids(int texts, int tokens) {
    Random random = Seed.fixed(SEED);
    return Stream.generate(() -> random.longs(tokens, 2, PublishedEncoder.WORDS).toArray())
        .limit(texts)
        .toArray(long[][]::new);
  }

  /// Two groups of each text: the first token, and each token as often as its place.
  private static float[][][] groups(int texts, int tokens) {
    float[][][] groups = new float[texts][2][tokens];
    for (float[][] text : groups) {
      text[0][0] = 1;
      for (int token = 0; token < tokens; token++) {
        text[1][token] = token;
      }
    }
    return groups;
  }

  private static float[][][] sums(float[][][] groups, float[][][] states) {
    float[][][] sums = new float[groups.length][groups[0].length][states[0][0].length];
    for (int text = 0; text < groups.length; text++) {
      for (int group = 0; group < groups[text].length; group++) {
        for (int token = 0; token < states[text].length; token++) {
          for (int i = 0; i < states[text][token].length; i++) {
            sums[text][group][i] += groups[text][group][token] * states[text][token][i];
          }
        }
      }
    }
    return sums;
  }

  private static float[][][] states(Map<String, Object> outputs) {
    return (float[][][]) Objects.requireNonNull(outputs.get(FusedGraph.STATES));
  }

  private static float[][][] pooled(Map<String, Object> outputs) {
    return (float[][][]) Objects.requireNonNull(outputs.get(FusedGraph.POOLED));
  }

  /// The largest difference, for each as a part of the number if it is above 1.
  static double distance(float[][][] some, float[][][] others) {
    double largest = 0;
    for (int text = 0; text < others.length; text++) {
      for (int token = 0; token < others[text].length; token++) {
        for (int i = 0; i < others[text][token].length; i++) {
          double difference = Math.abs(some[text][token][i] - others[text][token][i]);
          largest = Math.max(largest, difference / Math.max(1, Math.abs(others[text][token][i])));
        }
      }
    }
    return largest;
  }

  private static double cosine(float[][][] some, float[][][] others) {
    double product = 0;
    double one = 0;
    double other = 0;
    for (int text = 0; text < others.length; text++) {
      for (int token = 0; token < others[text].length; token++) {
        for (int i = 0; i < others[text][token].length; i++) {
          product += (double) some[text][token][i] * others[text][token][i];
          one += (double) some[text][token][i] * some[text][token][i];
          other += (double) others[text][token][i] * others[text][token][i];
        }
      }
    }
    return product / Math.sqrt(one * other);
  }
}
