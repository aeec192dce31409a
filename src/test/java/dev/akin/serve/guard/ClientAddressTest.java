package dev.akin.serve.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {
  private final ClientAddress addresses = new ClientAddress(List.of("10.0.0.0/8", "192.168.1.1"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "1.1.1.1     | -                           | 1.1.1.1",
        "1.1.1.1     | 9.9.9.9                     | 1.1.1.1",
        "10.0.0.1    | -                           | 10.0.0.1",
        "10.0.0.1    | 9.9.9.9                     | 9.9.9.9",
        "10.0.0.1    | 8.8.8.8, 9.9.9.9            | 9.9.9.9",
        "10.0.0.1    | 8.8.8.8, 9.9.9.9, 10.2.3.4  | 9.9.9.9",
        "192.168.1.1 | 9.9.9.9, 192.168.1.2        | 192.168.1.2",
        "10.0.0.1    | 10.0.0.2                    | 10.0.0.2",
        "10.0.0.1    | 9.9.9.9, not-an-address     | 10.0.0.1",
        "10.0.0.1    | 2001:db8::1                 | 2001:db8::1"
      })
  void believesTrustedProxiesOnly(String connection, String forwarded, String client) {
    assertThat(addresses.of(connection, forwarded == null ? "" : forwarded)).isEqualTo(client);
  }
}
