package dev.akin.serve.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessLogEntryTest {
  @ParameterizedTest
  @CsvSource({
    "192.0.2.7,   /v1/papers/east,            /v1/papers/{id}, 192.0.2.0, /v1/papers/{id}",
    "192.0.2.7,   /v1/related,                /v1/related,     192.0.2.0, /v1/related",
    "192.0.2.7,   /v1/papers/a/b/related,     other,           192.0.2.0, /v1/papers/…",
    "192.0.2.7,   /wp-login.php,              other,           192.0.2.0, /wp-login.php",
    "2001:db8::7, /,                          /,               2001:db8:0:0:0:0:0:0, /",
    "odd,         /,                          /,               '',        /"
  })
  void saysNothingOfPersonsAndPapers(
      String client, String path, String route, String shortened, String logged) {
    AccessLogEntry entry =
        new AccessLogEntry(
            Instant.EPOCH, client, "GET", path, route, 200, 5, Duration.ofMillis(1), "agent");
    AccessLogEntry impersonal = entry.impersonal();
    assertThat(impersonal.client()).isEqualTo(shortened);
    assertThat(impersonal.path()).isEqualTo(logged);
    assertThat(impersonal.route()).isEqualTo(route);
    assertThat(impersonal.agent()).isEqualTo("agent");
  }
}
