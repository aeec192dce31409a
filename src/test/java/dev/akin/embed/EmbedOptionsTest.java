package dev.akin.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EmbedOptionsTest {
  @Test
  void aWorkerACoreAndSmallBatches() {
    int cores = Runtime.getRuntime().availableProcessors();
    assertThat(EmbedOptions.onAllCores()).isEqualTo(new EmbedOptions(Device.CPU, cores, 512, null));
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
