package dev.akin.index.opensearch.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterLoginTest {
  private static ClusterLogin login(
      String address, @Nullable String password, @Nullable String apiKey) {
    return ClusterLogin.of(ClusterAddress.parse(address), password, apiKey);
  }

  @Test
  void sendsWhatTheUserGave() {
    // The Base64 of ada:pw.
    assertThat(login("https://ada@h/akin", "pw", null).authorization()).isEqualTo("Basic YWRhOnB3");
    assertThat(login("https://h/akin", null, "k").authorization()).isEqualTo("ApiKey k");
    assertThat(login("opensearch://h/akin", null, null).authorization()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          https://ada@h/akin,      -,  -, AKIN_STORE_PASSWORD
          https://h/akin,          pw, -, needs a user
          https://ada@h/akin,      pw, k, not both
          opensearch://ada@h/akin, pw, -, without TLS
          opensearch://h/akin,     -,  k, without TLS
          """)
  void refusesWhatDoesNotFitTogether(
      String address, @Nullable String password, @Nullable String apiKey, String message) {
    assertThatThrownBy(() -> login(address, password, apiKey))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void needsNoTlsOnThisMachine() {
    assertThat(login("opensearch://ada@127.0.0.1,localhost/akin", "pw", null).authorization())
        .isNotNull();
  }

  @Test
  void neverShowsTheSecret() {
    assertThat(login("https://h/akin", null, "s3cret")).hasToString("ApiKey …");
  }

  @Test
  void readsTheFirstLineOfAFile(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("password"), "pw \nsecond line\n");
    assertThat(ClusterLogin.secretIn(file)).isEqualTo("pw");
    assertThatThrownBy(() -> ClusterLogin.secretIn(folder.resolve("none")))
        .hasMessageContaining("none");
  }
}
