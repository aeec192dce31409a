package dev.akin.serve.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.Waiting;
import dev.akin.serve.TestService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is heard and counted of requests.
class AccessLogIT {
  private final List<AccessLogEntry> heard = new CopyOnWriteArrayList<>();

  @TempDir private Path folder;

  private TestService start() {
    return TestService.start(folder, options -> options.withLog(heard::add));
  }

  private AccessLogEntry last() {
    Waiting.until(() -> !heard.isEmpty());
    return heard.getLast();
  }

  @Test
  void saysWhatBecameOfARequestButNotWhatWasSearchedFor() {
    try (TestService service = start()) {
      String body = service.get("/v1/search?q=secret+wish&mode=lexical", "User-Agent", "me").body();
      AccessLogEntry exchange = last();
      assertThat(exchange.method()).isEqualTo("GET");
      assertThat(exchange.path()).isEqualTo("/v1/search");
      assertThat(exchange.route()).isEqualTo("/v1/search");
      assertThat(exchange.status()).isEqualTo(200);
      assertThat(exchange.client()).isEqualTo("127.0.0.1");
      assertThat(exchange.agent()).isEqualTo("me");
      assertThat(exchange.sizeBytes()).isEqualTo(body.getBytes(StandardCharsets.UTF_8).length);
      assertThat(exchange.toString()).doesNotContain("secret");
    }
  }

  @Test
  void hearsOfRequestsThatTheServerUnderneathRefuses() throws IOException {
    try (TestService service = start();
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
      socket
          .getOutputStream()
          .write(
              ("GET /" + "x".repeat(9_000) + " HTTP/1.1\r\nHost: a\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      socket.getInputStream().read();
      assertThat(last().status()).isEqualTo(414);
      assertThat(last().route()).isEqualTo("other");
    }
  }

  @Test
  void countsByRouteMethodAndStatus() {
    try (TestService service = start()) {
      service.get("/v1/papers/east");
      service.get("/v1/papers/north");
      service.get("/v1/papers/nobody");
      service.get("/v1/related?id=east&mode=semantic");
      service.get("/v1/related?id=east&mode=semantic");
      service.get("/no/such/path/" + UUID.randomUUID());
      Waiting.until(() -> heard.size() >= 6);
      assertThat(service.get("/metrics").body().lines())
          .contains(
              "akin_http_requests_total{method=\"GET\",route=\"/v1/papers/{id}\",status=\"200\"} 2.0",
              "akin_http_requests_total{method=\"GET\",route=\"/v1/papers/{id}\",status=\"404\"} 1.0",
              "akin_http_requests_total{method=\"GET\",route=\"other\",status=\"404\"} 1.0",
              "akin_http_request_seconds_count{route=\"/v1/papers/{id}\"} 3",
              "akin_answers_total{cache=\"hit\"} 1.0",
              "akin_embedding_queue_tokens 7.0",
              "akin_embedding_queue_limit_tokens 100.0",
              "akin_index_papers 5.0",
              "akin_index_commit 2.0",
              "akin_model_ready 0.0")
          .anyMatch(line -> line.startsWith("akin_model{") && line.contains("model=\"plane\""))
          .anyMatch(line -> line.startsWith("jvm_memory_used_bytes"));
    }
  }
}
