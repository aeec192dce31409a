package dev.akin.embed.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EmbedOptionsTest {
  @Test
  void aWorkerACoreAndSmallBatchesWhereNothingWasMeasured() {
    int cores = Runtime.getRuntime().availableProcessors();
    assertThat(RunSettings.workerPerCore()).isEqualTo(new RunSettings(cores, 1, 512));
  }

  @Test
  void whatWasMeasuredCountsUnlessSomebodyChooses() {
    RunSettings measured = new RunSettings(1, 4, 256);
    EmbedOptions options = EmbedOptions.onAllCores();
    assertThat(options.settings(measured)).isEqualTo(measured);
    assertThat(options.withThreads(3).settings(measured)).isEqualTo(new RunSettings(3, 1, 256));
    assertThat(new EmbedOptions(Device.CPU, null, 64, null).settings(measured))
        .isEqualTo(new RunSettings(1, 4, 64));
  }

  @Test
  void oneWorkerAndLargeBatchesOnAGpu() {
    EmbedOptions gpu = EmbedOptions.onAllCores().on(Device.GPU);
    assertThat(gpu).isEqualTo(new EmbedOptions(Device.GPU, 1, 16_384, null));
    assertThat(gpu.withThreads(8)).isEqualTo(gpu);
    assertThat(gpu.on(Device.CPU)).isEqualTo(EmbedOptions.onAllCores());
  }

  @Test
  void theSameDeviceChangesNothing() {
    EmbedOptions options = new EmbedOptions(Device.CPU, 3, 700, null);
    assertThat(options.on(Device.CPU)).isEqualTo(options);
    assertThat(options.withThreads(2)).isEqualTo(new EmbedOptions(Device.CPU, 2, 700, null));
  }

  @Test
  void refusesNumbersThatAreNotPositive() {
    assertThatThrownBy(() -> EmbedOptions.onAllCores().withThreads(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not 0");
    assertThatThrownBy(() -> new EmbedOptions(Device.CPU, 1, -5, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not -5");
  }
}
