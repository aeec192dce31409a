package dev.akin.index.opensearch.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.base.AkinException;
import dev.akin.base.AkinException.Kind;
import dev.akin.base.Deadline;
import dev.akin.index.store.IndexException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Logger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterIT {
  private static final ClusterRequest ROOT = ClusterRequest.of("GET", "/");
  private static final FakeCluster.Answer GOOD = FakeCluster.json(200, "{\"good\":true}");
  private static final FakeCluster.Answer BUSY =
      FakeCluster.error(429, "rejected_execution_exception", "queue is full");
  private static final FakeCluster.Answer NO_MANAGER =
      FakeCluster.error(503, "cluster_manager_not_discovered_exception", "none");

  /// The waits of a cluster whose clock they move.
  private final List<Duration> waits = new ArrayList<>();

  private final AtomicLong now = new AtomicLong();

  private void wait(Duration time) {
    waits.add(time);
    now.addAndGet(time.toNanos());
  }

  private Cluster cluster(ClusterAddress address, ClusterOptions options) {
    return new Cluster(address, options, now::get, this::wait);
  }

  private static String good(Cluster cluster) {
    return cluster.send(ROOT, Deadline.NEVER).path("good").asString("");
  }

  private static ClusterAddress both(FakeCluster one, FakeCluster other) {
    return ClusterAddress.parse(
        "opensearch://127.0.0.1:%d,127.0.0.1:%d/akin".formatted(one.port(), other.port()));
  }

  private static Kind kind(Throwable failure) {
    return ((AkinException) failure).kind();
  }

  @Test
  void anotherHostStandsIn() {
    try (FakeCluster dead = new FakeCluster(FakeCluster.broken());
        FakeCluster alive = new FakeCluster(GOOD);
        Cluster cluster = cluster(both(dead, alive), ClusterOptions.DEFAULT)) {
      assertThat(good(cluster)).isEqualTo("true");
      int tries = dead.requests.size(); // a broken connection is tried again, then the host rests
      for (int i = 0; i < 3; i++) {
        assertThat(good(cluster)).isEqualTo("true");
      }
      assertThat(alive.requests).hasSize(4);
      assertThat(dead.requests).hasSize(tries).isNotEmpty();
      assertThat(waits).isEmpty();
    }
  }

  @Test
  @SuppressWarnings("try") // one is closed early
  void aHostThatAnswersAgainIsAskedAgain() {
    try (FakeCluster lame = new FakeCluster(NO_MANAGER, GOOD);
        FakeCluster alive = new FakeCluster(GOOD);
        Cluster cluster = cluster(both(lame, alive), ClusterOptions.DEFAULT)) {
      good(cluster);
      good(cluster);
      assertThat(lame.requests).hasSize(1);
      now.addAndGet(HostList.FIRST_REST.toNanos());
      alive.close();
      assertThat(good(cluster)).isEqualTo("true");
    }
  }

  @Test
  void waitsLongerAndLongerWhileTheClusterIsBusy() {
    try (FakeCluster host = new FakeCluster(BUSY, BUSY, BUSY, GOOD);
        Cluster cluster = cluster(host.address(), ClusterOptions.DEFAULT)) {
      assertThat(good(cluster)).isEqualTo("true");
      assertThat(waits)
          .containsExactly(Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofMillis(400));
    }
  }

  @Test
  void saysThatTheClusterIsBusyWhenItsPatienceEnds() {
    try (FakeCluster host = new FakeCluster(BUSY);
        Cluster cluster = cluster(host.address(), ClusterOptions.DEFAULT)) {
      assertThatThrownBy(() -> good(cluster))
          .hasMessageContaining("queue is full")
          .satisfies(e -> assertThat(kind(e)).isEqualTo(Kind.BUSY));
    }
  }

  @Test
  void failsAtOnceWhileAllHostsRestAndWorksAgainByItself() {
    try (FakeCluster host = new FakeCluster(NO_MANAGER, GOOD);
        Cluster cluster = cluster(host.address(), ClusterOptions.DEFAULT)) {
      assertThatThrownBy(() -> good(cluster)).isInstanceOf(IndexException.class);
      assertThatThrownBy(() -> good(cluster))
          .hasMessageContaining("no host of the cluster answers; next try in 1.0 s")
          .satisfies(e -> assertThat(kind(e)).isEqualTo(Kind.UNAVAILABLE));
      assertThat(host.requests).hasSize(1);
      assertThat(waits).isEmpty();
      now.addAndGet(HostList.FIRST_REST.toNanos());
      assertThat(good(cluster)).isEqualTo("true");
    }
  }

  @Test
  void aJobWaitsForAClusterThatRestarts() {
    try (FakeCluster host = new FakeCluster(NO_MANAGER, NO_MANAGER, FakeCluster.broken(), GOOD);
        Cluster cluster =
            cluster(host.address(), ClusterOptions.DEFAULT.patient(ClusterOptions.JOB_PATIENCE))) {
      assertThat(good(cluster)).isEqualTo("true");
      assertThat(waits).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }
  }

  @Test
  void saysWhyAJobWaitsLong() {
    Logger logger = Logger.getLogger(Cluster.class.getName());
    List<String> said = new ArrayList<>();
    logger.setFilter(line -> !said.add(line.getMessage()));
    FakeCluster.Answer red =
        FakeCluster.error(503, "search_phase_execution_exception", "all shards failed");
    FakeCluster.Answer[] redForLong =
        Collections.nCopies(8, red).toArray(FakeCluster.Answer[]::new);
    try (FakeCluster host = new FakeCluster(redForLong);
        Cluster cluster =
            cluster(host.address(), ClusterOptions.DEFAULT.patient(Duration.ofSeconds(20)))) {
      assertThatThrownBy(() -> good(cluster)).isInstanceOf(IndexException.class);
    } finally {
      logger.setFilter(null);
    }
    // 0.1, 0.2, 0.4, 0.8, 1.6 and 3.2 s are not worth a word.
    assertThat(said).singleElement().asString().contains("red", "; trying again in 6 s");
  }

  @Test
  void aRedIndexDoesNotStopTheHost() {
    try (FakeCluster host =
            new FakeCluster(
                FakeCluster.error(503, "search_phase_execution_exception", "all shards failed"));
        Cluster cluster = cluster(host.address(), ClusterOptions.DEFAULT)) {
      assertThatThrownBy(() -> good(cluster))
          .hasMessageContaining("all shards failed")
          .hasMessageContaining("red")
          .satisfies(e -> assertThat(kind(e)).isEqualTo(Kind.UNAVAILABLE));
      assertThat(host.requests).hasSize(4);
    }
  }

  @Test
  void keepsTheDeadline() {
    try (FakeCluster host = new FakeCluster(FakeCluster.never());
        Cluster cluster = Cluster.at(host.address(), ClusterOptions.DEFAULT)) {
      assertThatThrownBy(() -> cluster.send(ROOT, Deadline.in(Duration.ofMillis(300))))
          .hasMessageContaining("did not answer within 0.3 s")
          .satisfies(e -> assertThat(kind(e)).isEqualTo(Kind.LATE));
    }
  }

  /// The last of its time is not enough for any host.
  @Test
  void aCallerInAHurryShutsNoHostOut() {
    try (FakeCluster host = new FakeCluster(FakeCluster.after(Duration.ofMillis(300), GOOD));
        Cluster cluster = cluster(host.address(), ClusterOptions.DEFAULT)) {
      assertThatThrownBy(() -> cluster.send(ROOT, Deadline.in(Duration.ofMillis(100))))
          .satisfies(e -> assertThat(kind(e)).isEqualTo(Kind.LATE));
      assertThat(good(cluster)).isEqualTo("true");
      assertThat(waits).isEmpty();
    }
  }

  @Test
  void leavesAHostThatAnswersNobody() {
    ClusterOptions options =
        ClusterOptions.DEFAULT.within(Duration.ofSeconds(5), Duration.ofMillis(300));
    try (FakeCluster hung = new FakeCluster(FakeCluster.never());
        FakeCluster alive = new FakeCluster(GOOD);
        Cluster cluster = cluster(both(hung, alive), options)) {
      for (int i = 0; i < 4; i++) {
        assertThat(good(cluster)).isEqualTo("true");
      }
      assertThat(hung.requests).hasSize(1);
    }
  }

  @Test
  void saysThatThereIsNoCluster() {
    FakeCluster gone = new FakeCluster(GOOD);
    gone.close();
    try (Cluster cluster = cluster(gone.address(), ClusterOptions.DEFAULT)) {
      assertThatThrownBy(() -> good(cluster))
          .hasMessageContaining(gone.address() + ": no host of the cluster answers")
          .satisfies(e -> assertThat(kind(e)).isEqualTo(Kind.UNAVAILABLE));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          401 | security_exception      | no                | CONFIGURATION | does not accept the user and the password
          403 | security_exception      | no permissions    | CONFIGURATION | does not permit GET /: no permissions
          403 | cluster_block_exception | index read-only   | IO            | takes no changes (index read-only)
          429 | cluster_block_exception | flood-stage watermark | IO        | takes no changes (flood-stage watermark)
          404 | index_not_found_exception | no such index [a] | MISSING     | no such index [a]
          400 | resource_already_exists_exception | index [a] exists | EXISTS | index [a] exists
          400 | mapper_parsing_exception | No handler for type [knn_vector] declared | CONFIGURATION | lacks the plugin opensearch-knn
          413 | x                       | y                 | CONFIGURATION | too large
          400 | x                       | bad query         | FAILED        | refuses GET / (HTTP 400): bad query
          """)
  void saysWhatIsWrong(int status, String type, String reason, Kind kind, String message) {
    try (FakeCluster host = new FakeCluster(FakeCluster.error(status, type, reason));
        Cluster cluster = cluster(host.address(), ClusterOptions.DEFAULT)) {
      assertThatThrownBy(() -> good(cluster))
          .hasMessageContaining(message)
          .satisfies(e -> assertThat(kind(e)).isEqualTo(kind));
      assertThat(host.requests).hasSize(1);
    }
  }

  @Test
  void saysThatItIsNotOpenSearch() {
    try (FakeCluster host = new FakeCluster(FakeCluster.json(200, "<html>Hello</html>"));
        Cluster cluster = cluster(host.address(), ClusterOptions.DEFAULT)) {
      assertThatThrownBy(() -> good(cluster)).hasMessageContaining("is it OpenSearch?");
    }
  }

  @Test
  void sendsTheLoginOnlyToTheCluster() {
    try (FakeCluster host = new FakeCluster(GOOD)) {
      ClusterAddress address =
          ClusterAddress.parse("opensearch://ada@127.0.0.1:" + host.port() + "/akin");
      ClusterLogin login = ClusterLogin.of(address, "pw", null);
      try (Cluster cluster = cluster(address, ClusterOptions.DEFAULT.as(login))) {
        good(cluster);
        assertThat(host.authorizations).containsExactly("Basic YWRhOnB3");
      }
    }
  }

  @Test
  void trustsOnlyTheGivenCertificates(@TempDir Path folder) throws Exception {
    SSLContext tls = certificate(folder);
    try (FakeCluster host = new FakeCluster(tls, GOOD)) {
      ClusterAddress address = ClusterAddress.parse("https://localhost:" + host.port() + "/akin");
      try (Cluster cluster = cluster(address, ClusterOptions.DEFAULT)) {
        assertThatThrownBy(() -> good(cluster))
            .hasMessageContaining("certificate of localhost")
            .hasMessageContaining("is not trusted")
            .hasMessageContaining("--store-ca")
            .satisfies(e -> assertThat(kind(e)).isEqualTo(Kind.CONFIGURATION));
      }
      ClusterOptions trusting = ClusterOptions.DEFAULT.trusting(folder.resolve("cert.pem"));
      try (Cluster cluster = cluster(address, trusting)) {
        assertThat(good(cluster)).isEqualTo("true");
      }
      ClusterOptions wrong = ClusterOptions.DEFAULT.trusting(folder.resolve("keys"));
      assertThatThrownBy(() -> cluster(address, wrong)).hasMessageContaining("keys");
    }
  }

  /// A proxy, another program, or a host that wants TLS.
  @ParameterizedTest
  @ValueSource(ints = {400, 404, 500})
  void saysThatTheAnswerIsNotOfOpenSearch(int status) {
    try (FakeCluster host = new FakeCluster(FakeCluster.json(status, "<html></html>"));
        Cluster cluster = cluster(host.address(), ClusterOptions.DEFAULT)) {
      assertThatThrownBy(() -> cluster.sendIfThere(ClusterRequest.of("GET", "/"), Deadline.NEVER))
          .hasMessageContaining("HTTP " + status + " and no JSON")
          .hasMessageContaining("https://")
          .satisfies(e -> assertThat(kind(e)).isEqualTo(Kind.CONFIGURATION));
    }
  }

  @Test
  void saysThatTheHostDoesNotSpeakTls() throws IOException {
    try (ServerSocket plain = new ServerSocket(0, 9, InetAddress.getLoopbackAddress());
        Cluster cluster =
            cluster(
                ClusterAddress.parse("https://localhost:" + plain.getLocalPort() + "/akin"),
                ClusterOptions.DEFAULT)) {
      Thread.ofVirtual().start(() -> answerInPlainHttp(plain));
      assertThatThrownBy(() -> good(cluster)).hasMessageContaining("opensearch://");
    }
  }

  private static void answerInPlainHttp(ServerSocket server) {
    try {
      while (true) {
        try (Socket socket = server.accept()) {
          socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(UTF_8));
          socket.getInputStream().readAllBytes();
        }
      }
    } catch (IOException _) {
      // The test has ended.
    }
  }

  /// Makes a certificate of `localhost` that it signs itself: in `keys` with its key, in `cert.pem`
  /// alone.
  private static SSLContext certificate(Path folder) throws Exception {
    Path keys = folder.resolve("keys");
    keytool(
        "-genkeypair",
        "-keyalg",
        "EC",
        "-dname",
        "CN=localhost",
        "-ext",
        "san=dns:localhost",
        "-alias",
        "host",
        "-keystore",
        keys.toString(),
        "-storepass",
        "secret");
    keytool(
        "-exportcert",
        "-rfc",
        "-alias",
        "host",
        "-keystore",
        keys.toString(),
        "-storepass",
        "secret",
        "-file",
        folder.resolve("cert.pem").toString());
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys)) {
      store.load(in, "secret".toCharArray());
    }
    KeyManagerFactory manager =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    manager.init(store, "secret".toCharArray());
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(manager.getKeyManagers(), null, null);
    return tls;
  }

  private static void keytool(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).inheritIO().start();
    assertThat(process.waitFor()).isZero();
  }
}
