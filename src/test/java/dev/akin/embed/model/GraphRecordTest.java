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
import java.util.Arrays;
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

  private GraphRecord here() throws IOException {
    Path file = Files.writeString(folder.resolve("fp32.onnx"), "a graph");
    return GraphRecord.here(
        model.card(),
        Map.of(
            "fp32",
            new GraphRecord.RewrittenGraph(
                ModelFolder.describe(file), null, new VectorAgreement(1, 1, 0), SETTINGS),
            "fast",
            GraphRecord.RewrittenGraph.refused("too far away", new VectorAgreement(0.5, 0.4, 1))));
  }

  private void record() throws IOException {
    record(here());
  }

  private void record(GraphRecord record) throws IOException {
    record.write(folder.resolve(GraphRecord.FILE));
  }

  @Test
  void withoutARecordThePublishedGraphIsUsed() {
    assertThat(model.verifiedGraph(Device.CPU)).isEqualTo(ModelGraph.published(model));
    assertThat(model.settings()).isEqualTo(RunSettings.workerPerCore());
    assertThat(ModelRewrite.known(model)).isEmpty();
    assertThatThrownBy(() -> model.withPrecision(Precision.FAST).verifiedGraph(Device.CPU))
        .hasMessage(
            folder
                + ": there is no graph of precision fast: it was not made for this machine;"
                + " make it with: akin models rewrite all-minilm-l6-v2");
  }

  @Test
  void withOneTheRewrittenGraphIsUsedAsItWasMeasured() throws IOException {
    record();
    assertThat(model.verifiedGraph(Device.CPU)).isEqualTo(ModelGraph.fused(folder, Precision.FP32));
    assertThat(model.settings()).isEqualTo(SETTINGS);
  }

  @Test
  void graphsMayBeKeptElsewhere(@TempDir Path cache) throws IOException {
    ModelFolder installed = model.withGraphsIn(cache);
    assertThat(installed.graphs().getParent()).isEqualTo(cache);
    GraphRecord record = here();
    Files.createDirectory(installed.graphs());
    Files.move(folder.resolve("fp32.onnx"), installed.graphs().resolve("fp32.onnx"));
    record.write(installed.graphs().resolve(GraphRecord.FILE));
    assertThat(installed.inOnePass().verifiedGraph(Device.CPU))
        .isEqualTo(ModelGraph.fused(installed.graphs(), Precision.FP32));
    assertThat(model.verifiedGraph(Device.CPU)).isEqualTo(ModelGraph.published(model));
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
    GraphRecord here = here();
    record(
        new GraphRecord(
            "0".repeat(64), here.version(), here.machine(), here.processors(), here.graphs()));
    assertThat(model.verifiedGraph(Device.CPU).isFused()).isFalse();
    record(
        new GraphRecord(
            here.published(),
            EncoderRewrite.VERSION + 1,
            here.machine(),
            here.processors(),
            here.graphs()));
    assertThat(model.verifiedGraph(Device.CPU).isFused()).isFalse();
  }

  @Test
  void aGraphThatWasTriedOnAnotherKindOfMachineIsNotUsed() throws IOException {
    GraphRecord here = here();
    for (String machine :
        Arrays.asList("ONNX Runtime 1.27.0 on amd64: avx", "ONNX Runtime 1.28.0 on z80:", null)) {
      record(
          new GraphRecord(
              here.published(), here.version(), machine, here.processors(), here.graphs()));
      assertThat(model.verifiedGraph(Device.CPU).isFused()).isFalse();
      assertThat(ModelRewrite.known(model)).isEmpty();
      assertThat(model.notRewritten())
          .hasValue(
              "it was not made for this machine;"
                  + " make it with: akin models rewrite all-minilm-l6-v2");
    }
  }

  @Test
  void knowsTheKindOfThisMachine() {
    assertThat(MachineKind.here())
        .matches("ONNX Runtime \\d+\\.\\d+\\.\\d+ on \\w+: .*")
        .contains(" on " + System.getProperty("os.arch"));
    if (Files.exists(Path.of("/proc/cpuinfo"))) {
      assertThat(MachineKind.here()).doesNotEndWith(": ").doesNotContain("unknown");
    }
  }

  @Test
  void whatWasMeasuredWithOtherProcessorsDoesNotCount() throws IOException {
    GraphRecord here = here();
    record(new GraphRecord(here.published(), here.version(), here.machine(), 1_000, here.graphs()));
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
