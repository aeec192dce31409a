package dev.akin.serve.guard;

import static dev.akin.serve.TestService.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.serve.TestService;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Clients that read more searches and filtered lists than people do.
class CrawlersIT {
  private static final Access OF_A_PROXY =
      new Access(List.of(), 0, List.of("127.0.0.1"), List.of());

  /// A minute's worth of the usual two a second, and some that come meanwhile.
  private static final int MANY = 300;

  @TempDir private Path folder;

  @Test
  void haveToWait() {
    try (TestService service = start(OF_A_PROXY)) {
      assertThat(read(service, MANY, "/?category=geo", "203.0.113.7")).contains(429);
      HttpResponse<String> refused = get(service, "/?category=geo", "203.0.113.7");
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(header(refused, "Retry-After")).isNotEmpty();
      assertThat(get(service, "/?category=geo", "203.0.113.8").statusCode()).isEqualTo(200);
      assertThat(get(service, "/paper?id=east", "203.0.113.7").statusCode()).isEqualTo(200);
      assertThat(get(service, "/v1/related?id=east", "203.0.113.7").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void areOneClientWithAllAddressesOfTheirNetwork() {
    try (TestService service = start(OF_A_PROXY)) {
      assertThat(read(service, MANY, "/?category=geo", "2001:db8:1:2::1")).contains(429);
      assertThat(get(service, "/?category=geo", "2001:db8:1:2::ffff").statusCode()).isEqualTo(429);
      assertThat(get(service, "/?category=geo", "2001:db8:1:3::1").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void haveNoEventsOfBoxesCountedWithoutEnd() {
    try (TestService service = start(OF_A_PROXY)) {
      List<Integer> statuses =
          IntStream.range(0, MANY)
              .mapToObj(
                  _ ->
                      service
                          .post("/v1/box-events", "{}", "X-Forwarded-For", "203.0.113.7")
                          .statusCode())
              .toList();
      assertThat(statuses).startsWith(404).contains(429);
    }
  }

  /// It stands for all readers.
  @Test
  void areNoProxyOfTheSameNetwork() {
    try (TestService service = start(Access.OPEN)) {
      assertThat(read(service, MANY, "/?category=geo", "203.0.113.7")).containsOnly(200);
    }
  }

  @Test
  void doNotWaitWithoutALimit() {
    try (TestService service = start(OF_A_PROXY.withPagesPerSecond(0))) {
      assertThat(read(service, MANY, "/?category=geo", "203.0.113.7")).containsOnly(200);
    }
    assertThatThrownBy(() -> Access.OPEN.withPagesPerSecond(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1");
  }

  private TestService start(Access access) {
    return TestService.start(folder, options -> options.withAccess(access));
  }

  private static List<Integer> read(TestService service, int count, String path, String client) {
    return IntStream.range(0, count)
        .mapToObj(_ -> get(service, path, client).statusCode())
        .toList();
  }

  private static HttpResponse<String> get(TestService service, String path, String client) {
    return service.get(path, "X-Forwarded-For", client);
  }
}
