package dev.akin.embed.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.base.AkinException;
import dev.akin.embed.Folders;
import dev.akin.embed.TinyModel;
import dev.akin.embed.rewrite.ModelRewrite;
import dev.akin.onnx.EncoderRewrite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which graph a model is computed with.
class GraphRecordTest {
  private static final RunSettings SETTINGS = new RunSettings(1, 1, 64);

  @TempDir private Path folder;
  private ModelFolder model;

  @BeforeEach
  void open() {
    model = Folders.tiny(folder, TinyModel.giving(TinyModel.Output.STATES), card -> {});
  }

  private void record(String published, int version, int processors) throws IOException {
    Path file = Files.writeString(folder.resolve("fp32.onnx"), "a graph");
    new GraphRecord(
            published,
            version,
            processors,
            Map.of(
                "fp32",
                new GraphRecord.RewrittenGraph(
                    ModelFolder.describe(file), null, new VectorAgreement(1, 1, 0), SETTINGS),
                "fast",
                GraphRecord.RewrittenGraph.refused(
                    "too far away", new VectorAgreement(0.5, 0.4, 1))))
        .write(folder.resolve("graphs.json"));
  }

  private void record() throws IOException {
    record(
        model.card().weights().sha256(),
        EncoderRewrite.VERSION,
        Runtime.getRuntime().availableProcessors());
  }

  @Test
  void withoutARecordThePublishedGraphIsUsed() {
    assertThat(model.verifiedGraph(Device.CPU)).isEqualTo(ModelGraph.published(folder));
    assertThat(model.settings()).isEqualTo(RunSettings.workerPerCore());
    assertThat(ModelRewrite.known(model)).isEmpty();
    assertThatThrownBy(() -> model.withPrecision(Precision.FAST).verifiedGraph(Device.CPU))
        .hasMessage(
            folder
                + ": there is no graph of precision fast: it was not made;"
                + " make it with: akin models rewrite all-minilm-l6-v2");
  }

  @Test
  void withOneTheRewrittenGraphIsUsedAsItWasMeasured() throws IOException {
    record();
    assertThat(model.verifiedGraph(Device.CPU)).isEqualTo(ModelGraph.fused(folder, Precision.FP32));
    assertThat(model.settings()).isEqualTo(SETTINGS);
  }

  @Test
  void saysWhyThereIsNoGraphOfAPrecision() throws IOException {
    record();
    ModelFolder fast = model.withPrecision(Precision.FAST);
    assertThatThrownBy(() -> fast.verifiedGraph(Device.CPU)).hasMessageEndingWith("too far away");
    assertThatThrownBy(() -> fast.verifiedGraph(Device.GPU))
        .hasMessageEndingWith("a GPU computes fp32 only");
  }

  @Test
  void ofAnotherPublishedGraphOrVersionItDoesNotCount() throws IOException {
    record("0".repeat(64), EncoderRewrite.VERSION, 1);
    assertThat(model.verifiedGraph(Device.CPU).isFused()).isFalse();
    record(model.card().weights().sha256(), EncoderRewrite.VERSION + 1, 1);
    assertThat(model.verifiedGraph(Device.CPU).isFused()).isFalse();
  }

  @Test
  void whatWasMeasuredOnAnotherMachineDoesNotCount() throws IOException {
    record(model.card().weights().sha256(), EncoderRewrite.VERSION, 1_000);
    assertThat(model.settings()).isEqualTo(RunSettings.workerPerCore());
    assertThat(model.verifiedGraph(Device.CPU).isFused()).isTrue();
  }

  @Test
  void aGraphThatIsNotTheOneThatWasTriedIsRefused() throws IOException {
    record();
    Files.writeString(folder.resolve("fp32.onnx"), "another");
    assertThatThrownBy(() -> model.verifiedGraph(Device.CPU))
        .isInstanceOfSatisfying(
            EmbedException.class,
            e -> assertThat(e.kind()).isEqualTo(AkinException.Kind.CONFIGURATION))
        .hasMessageContaining("make it with: akin models rewrite");
    Files.delete(folder.resolve("fp32.onnx"));
    assertThatThrownBy(() -> model.verifiedGraph(Device.CPU)).hasMessageContaining("not here");
  }

  @Test
  void aRecordThatCannotBeReadIsRefused() throws IOException {
    Files.writeString(folder.resolve("graphs.json"), "{");
    assertThatThrownBy(() -> model.verifiedGraph(Device.CPU))
        .hasMessageContaining("graphs.json: cannot be read");
  }

  @Test
  void aGraphThatIsNoEncoderIsLeftAsPublished() {
    List<ModelRewrite.Outcome> outcomes = ModelRewrite.rewrite(model, 1);
    assertThat(outcomes).hasSize(3);
    assertThat(outcomes)
        .allSatisfy(
            outcome -> {
              assertThat(Objects.requireNonNull(outcome.refused())).isNotBlank();
              assertThat(outcome.agreement()).isNull();
            });
    assertThat(model.verifiedGraph(Device.CPU).isFused()).isFalse();
  }
}
