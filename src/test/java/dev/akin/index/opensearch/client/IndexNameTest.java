package dev.akin.index.opensearch.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IndexNameTest {
  @Test
  void namesTheModelAndTheBuild() {
    assertThat(IndexName.of("akin", "BAAI/bge-small_en v1.5", "2031-05-17-1af7f1a2"))
        .isEqualTo("akin-baai-bge-small-en-v1.5-2031-05-17-1af7f1a2");
  }
}
