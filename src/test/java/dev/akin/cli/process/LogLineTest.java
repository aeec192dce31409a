package dev.akin.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.cli.option.LogFormat;
import dev.akin.serve.monitor.AccessLogEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LogLineTest {
  private static final AccessLogEntry HOSTILE =
      new AccessLogEntry(
          Instant.parse("2026-11-21T10:00:00.123456Z"),
          "127.0.0.1",
          "GET",
          "/v1/papers/a\r\n2026-11-21 127.0.0.1 \"GET /fake\"",
          "/v1/papers/{id}",
          404,
          120,
          Duration.ofNanos(1_260_000),
          "${jndi:ldap://x}\u001b[2J\u202e\"\\");

  @Test
  void keepsARequestOnOneLine() {
    assertThat(new LogLine(LogFormat.TEXT).of(HOSTILE))
        .isEqualTo(
            "2026-11-21T10:00:00.123Z 127.0.0.1 \"GET /v1/papers/a\\u000d\\u000a2026-11-21"
                + " 127.0.0.1 \\\"GET /fake\\\"\" 404 120 1.3ms"
                + " \"${jndi:ldap://x}\\u001b[2J\\u202e\\\"\\\\\"");
  }

  @Test
  void writesARequestAsJson() {
    String line = new LogLine(LogFormat.JSON).of(HOSTILE);
    assertThat(line.lines()).hasSize(1);
    JsonNode event = JsonMapper.shared().readTree(line);
    assertThat(event.path("path").asString()).isEqualTo(HOSTILE.path());
    assertThat(event.path("route").asString()).isEqualTo("/v1/papers/{id}");
    assertThat(event.path("status").asInt()).isEqualTo(404);
    assertThat(event.path("ms").asDouble()).isEqualTo(1.3);
  }

  @Test
  void writesAFailureAsOneObject() {
    LogRecord failure = new LogRecord(Level.SEVERE, "0a1b akin\nfailed");
    failure.setLoggerName("dev.akin.serve.Failures");
    failure.setThrown(new IllegalStateException("why\n2026-11-21T10:00:00.000Z forged"));
    String line = new LogLine(LogFormat.JSON).format(failure);
    assertThat(line.lines()).hasSize(1);
    JsonNode event = JsonMapper.shared().readTree(line);
    assertThat(event.path("level").asString()).isEqualTo("error");
    assertThat(event.path("source").asString()).isEqualTo("Failures");
    assertThat(event.path("trace").asString()).contains("IllegalStateException: why");
    assertThat(new LogLine(LogFormat.TEXT).format(failure))
        .contains(" error Failures 0a1b akin\\u000afailed\n")
        .contains("\n  2026-11-21T10:00:00.000Z forged");
  }
}
