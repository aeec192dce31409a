package dev.akin.serve.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkAddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.1.2.3",
        "172.17.0.1",
        "192.168.1.1",
        "169.254.1.1",
        "100.64.0.1",
        "100.127.255.255",
        "::1",
        "fe80::1",
        "fd12:3456::1"
      })
  void isInternal(String text) {
    assertThat(NetworkAddress.of(text).isInternal()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"203.0.113.7", "100.63.0.1", "100.128.0.1", "172.32.0.1", "2001:db8::1"})
  void isOfTheInternet(String text) {
    assertThat(NetworkAddress.of(text).isInternal()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "203.0.113.7,              203.0.113.7,       203.0.113.0",
    "2001:db8:1:2:3:4:5:6,     2001:db8:1:2:0:0:0:0, 2001:db8:1:0:0:0:0:0"
  })
  void isCutForAClientAndForTheLog(String text, String client, String shortened) {
    NetworkAddress address = NetworkAddress.of(text);
    assertThat(address.client()).hasToString(client);
    assertThat(address.shortened()).hasToString(shortened);
  }
}
