package dev.akin.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.Seed;
import dev.akin.onnx.fuse.FusedGraph;
import dev.akin.onnx.fuse.Multiplication;
import dev.akin.onnx.fuse.WeightRange;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The default model and its like, as published and as rewritten.
class EncoderRewriteIT {
  private static final Path MODELS = Path.of("models");
  private static final long SEED = 7;

  @Test
  void givesTheStatesThatTheDefaultModelGives(@TempDir Path folder) throws Exception {
    Path published = MODELS.resolve("all-minilm-l6-v2").resolve("model.onnx");
    EncoderRewrite rewrite = EncoderRewrite.read(published);
    assertThat(rewrite.layers()).isEqualTo(6);
    assertThat(rewrite.width()).isEqualTo(384);
    assertThat(rewrite.heads()).isEqualTo(12);
    Path rewritten = folder.resolve("model.onnx");
    rewrite.write(Multiplication.EXACT, WeightRange.WHOLE, rewritten);
    long[][] ids = new long[3][40];
    Random random = Seed.fixed(SEED);
    Arrays.setAll(ids, text -> random.longs(40, 1000, 30_000).toArray());
    Map<String, Object> given = OnnxRun.rewritten(rewritten, ids, new float[3][1][40]);
    float[][][] states = (float[][][]) Objects.requireNonNull(given.get(FusedGraph.STATES));
    assertThat(EncoderRewriteTest.distance(states, OnnxRun.published(published, ids)))
        .as("seed %d", SEED)
        .isLessThan(1e-5);
  }
}
