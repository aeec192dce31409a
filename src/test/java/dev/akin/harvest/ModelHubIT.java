package dev.akin.harvest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.base.AkinException;
import dev.akin.read.record.ReadException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files of a model from a local server that answers as a hub does.
@Timeout(60)
class ModelHubIT {
  private static final String FILE = "onnx/model.onnx";
  private static final String PATH = "/org/name/resolve/main/onnx/model.onnx";
  private static final String TOKEN = "hf_secret";
  private static final String CONTENT = "0123456789".repeat(20);
  private static final String DIGEST =
      "9b0a8f8b9d6e6f2b0e6b0e0b5d2c0c5b8c6b1d4bb3a8a7d7a4d8f1a3c5e7f902";

  private final Path parts;
  private final Path to;
  private final List<Duration> waits = new ArrayList<>();

  ModelHubIT(@TempDir Path folder) {
    parts = folder.resolve("parts");
    to = folder.resolve("file");
  }

  private ModelHub hub(HubServer server, @Nullable String token) {
    return hub(server, token, List.of(), Duration.ofSeconds(30));
  }

  private ModelHub hub(
      HubServer server, @Nullable String token, List<String> delivery, Duration silence) {
    return new ModelHub(
        new HubAccess(server.url(), token, delivery),
        HubModel.parse("hf:org/name"),
        parts,
        (time, _) -> waits.add(time),
        silence);
  }

  @Test
  void getsAFileByItsAddress() throws IOException {
    try (HubServer server = new HubServer(HubServer.whole(CONTENT, "v1"));
        ModelHub hub = hub(server, TOKEN)) {
      assertThat(hub.get(FILE, to)).isTrue();
      assertThat(to).hasContent(CONTENT);
      assertThat(server.requests).containsExactly(PATH + " Bearer " + TOKEN);
    }
    assertThat(parts).doesNotExist();
  }

  @Test
  void saysThatAFileIsNotThere() throws IOException {
    try (HubServer server = new HubServer(HubServer.status(404));
        ModelHub hub = hub(server, null)) {
      assertThat(hub.get(FILE, to)).isFalse();
      assertThat(server.requests).containsExactly(PATH);
    }
    assertThat(to).doesNotExist();
  }

  @Test
  void takesAllFilesOfOneCommit() throws IOException {
    try (HubServer server =
            new HubServer(
                HubServer.whole("a", "v1", "X-Repo-Commit", HubServer.COMMIT),
                HubServer.whole("b", "v1", "X-Repo-Commit", "another"));
        ModelHub hub = hub(server, null)) {
      hub.get("a", to);
      hub.get("b", to);
      hub.get("c", to);
      assertThat(server.requests)
          .containsExactly(
              "/org/name/resolve/main/a",
              "/org/name/resolve/" + HubServer.COMMIT + "/b",
              "/org/name/resolve/" + HubServer.COMMIT + "/c");
      assertThat(hub.page()).isEqualTo(server.url() + "/org/name/tree/" + HubServer.COMMIT);
    }
  }

  @Test
  void goesOnWhereItBrokeOff() throws IOException {
    try (HubServer server =
            new HubServer(HubServer.broken(CONTENT, 50, "v1"), HubServer.rest(CONTENT, "v1"));
        ModelHub hub = hub(server, null)) {
      assertThat(hub.get(FILE, to)).isTrue();
      assertThat(to).hasContent(CONTENT);
      assertThat(server.requests).containsExactly(PATH, PATH + " bytes=50-");
    }
    assertThat(parts).doesNotExist();
  }

  @Test
  void theNextProcessGoesOn() throws IOException {
    try (HubServer server =
        new HubServer(
            HubServer.broken(CONTENT, 50, "v1"),
            HubServer.status(500),
            HubServer.status(500),
            HubServer.status(500),
            HubServer.status(500),
            HubServer.rest(CONTENT, "v1"))) {
      try (ModelHub hub = hub(server, null)) {
        assertRefused(hub, AkinException.Kind.UNAVAILABLE, "HTTP 500, after several tries");
      }
      assertThat(to).doesNotExist();
      try (ModelHub hub = hub(server, null)) {
        assertThat(hub.get(FILE, to)).isTrue();
      }
      assertThat(to).hasContent(CONTENT);
      assertThat(server.requests.getLast()).endsWith("bytes=50-");
    }
  }

  @Test
  void startsAgainIfTheServerKnowsNoParts() throws IOException {
    try (HubServer server =
            new HubServer(HubServer.broken(CONTENT, 50, "v1"), HubServer.whole(CONTENT, "v1"));
        ModelHub hub = hub(server, null)) {
      assertThat(hub.get(FILE, to)).isTrue();
      assertThat(to).hasContent(CONTENT);
    }
  }

  @Test
  void doesNotJoinPartsOfTwoVersions() throws IOException {
    String other = "9".repeat(CONTENT.length());
    try (HubServer server =
            new HubServer(
                HubServer.broken(CONTENT, 50, "v1"),
                HubServer.rest(other, "v2"),
                HubServer.whole(other, "v2"));
        ModelHub hub = hub(server, null)) {
      assertThat(hub.get(FILE, to)).isTrue();
      assertThat(to).hasContent(other);
      assertThat(server.requests).containsExactly(PATH, PATH + " bytes=50-", PATH);
    }
  }

  @Test
  void givesUpOnHalfAFile() {
    try (HubServer server = new HubServer(HubServer.broken(CONTENT, 50, "v1"));
        ModelHub hub = hub(server, null)) {
      assertRefused(hub, AkinException.Kind.UNAVAILABLE, "broke off: ");
    }
    assertThat(to).doesNotExist();
  }

  @Test
  void refusesAFileThatIsNotWhatTheHubSays() {
    try (HubServer server =
            new HubServer(HubServer.whole(CONTENT, "v1", "X-Linked-Etag", '"' + DIGEST + '"'));
        ModelHub hub = hub(server, null)) {
      assertRefused(hub, AkinException.Kind.UNAVAILABLE, "is not what the hub says");
    }
    assertThat(to).doesNotExist();
    assertThat(parts).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void saysWhoMayReadIt(int status) {
    try (HubServer server = new HubServer(HubServer.status(status))) {
      try (ModelHub hub = hub(server, null)) {
        assertRefused(hub, AkinException.Kind.UNAVAILABLE, "set HF_TOKEN to your token");
      }
      try (ModelHub hub = hub(server, TOKEN)) {
        assertRefused(hub, AkinException.Kind.UNAVAILABLE, "the token in HF_TOKEN may not read it");
      }
      assertThat(server.requests).as("asked once each").hasSize(2);
    }
  }

  @Test
  void saysThatThereIsNoSuchModel() {
    try (HubServer server = new HubServer(HubServer.status(404, "X-Error-Code", "RepoNotFound"));
        ModelHub hub = hub(server, null)) {
      assertRefused(hub, AkinException.Kind.MISSING, "there is no such model or revision");
    }
    try (HubServer server = new HubServer(HubServer.status(404));
        ModelHub hub = hub(server, null)) {
      assertThatThrownBy(hub::requireModel)
          .isInstanceOf(ReadException.class)
          .hasMessageContaining("there is no such model or revision, or it has no config.json");
    }
  }

  @Test
  void waitsAsLongAsABusyHubSays() throws IOException {
    try (HubServer server =
            new HubServer(
                HubServer.status(429, "Retry-After", "17"), HubServer.whole(CONTENT, "v1"));
        ModelHub hub = hub(server, null)) {
      assertThat(hub.get(FILE, to)).isTrue();
    }
    assertThat(waits).containsExactly(Duration.ofSeconds(17));
  }

  @Test
  void doesNotWaitForAnHour() {
    try (HubServer server = new HubServer(HubServer.status(429, "Retry-After", "3600"));
        ModelHub hub = hub(server, null)) {
      assertRefused(
          hub, AkinException.Kind.BUSY, "answers with HTTP 429; try again in 3,600 seconds");
    }
    assertThat(waits).isEmpty();
  }

  @Test
  void doesNotWaitForEver() {
    try (HubServer server = new HubServer(HubServer.status(429, "Retry-After", "1"));
        ModelHub hub = hub(server, null)) {
      assertRefused(hub, AkinException.Kind.UNAVAILABLE, "HTTP 429, after several tries");
      assertThat(server.requests).hasSize(RetryPolicy.MAX_FAILURES);
    }
  }

  @Test
  void followsARedirectToWhoDeliversTheFiles() throws IOException {
    try (HubServer elsewhere = new HubServer(HubServer.whole(CONTENT, "other"));
        HubServer server =
            new HubServer(HubServer.status(302, "Location", elsewhere.otherName() + "/blob"));
        ModelHub hub = hub(server, TOKEN, List.of("localhost"), Duration.ofSeconds(30))) {
      assertThat(hub.get(FILE, to)).isTrue();
      assertThat(to).hasContent(CONTENT);
      assertThat(server.requests).containsExactly(PATH + " Bearer " + TOKEN);
      assertThat(elsewhere.requests).as("without the token").containsExactly("/blob");
    }
  }

  @Test
  void followsARedirectWithinTheHub() throws IOException {
    try (HubServer server =
            new HubServer(
                HubServer.status(307, "Location", "/moved"), HubServer.whole(CONTENT, "v1"));
        ModelHub hub = hub(server, TOKEN)) {
      assertThat(hub.get(FILE, to)).isTrue();
      assertThat(server.requests).last().isEqualTo("/moved Bearer " + TOKEN);
    }
  }

  @Test
  void refusesARedirectToElsewhere() {
    try (HubServer elsewhere = new HubServer(HubServer.whole(CONTENT, "v1"))) {
      for (String location :
          List.of(elsewhere.otherName() + "/x", elsewhere.url() + "/x", "file:///etc/passwd", "")) {
        try (HubServer server = new HubServer(HubServer.status(302, "Location", location));
            ModelHub hub = hub(server, TOKEN)) {
          assertRefused(hub, AkinException.Kind.UNAVAILABLE, "redirects to elsewhere");
        }
      }
      assertThat(elsewhere.requests).isEmpty();
    }
    assertThat(to).doesNotExist();
  }

  @Test
  void refusesRedirectsInCircles() {
    try (HubServer server = new HubServer(HubServer.status(302, "Location", "/again"));
        ModelHub hub = hub(server, null)) {
      assertRefused(hub, AkinException.Kind.UNAVAILABLE, "redirects in circles");
    }
  }

  @Test
  void doesNotWaitForASilentHub() {
    CountDownLatch end = new CountDownLatch(1);
    try (HubServer server =
            new HubServer(
                exchange -> {
                  try {
                    end.await();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                });
        ModelHub hub = hub(server, null, List.of(), Duration.ofMillis(200))) {
      assertRefused(hub, AkinException.Kind.UNAVAILABLE, ", after several tries");
      end.countDown();
    }
  }

  @Test
  void saysThatNothingAnswers() {
    HubServer closed = new HubServer();
    closed.close();
    try (ModelHub hub = hub(closed, null)) {
      assertRefused(hub, AkinException.Kind.UNAVAILABLE, "cannot be reached: ");
    }
  }

  private void assertRefused(ModelHub hub, AkinException.Kind kind, String why) {
    assertThatThrownBy(() -> hub.get(FILE, to))
        .isInstanceOfSatisfying(ReadException.class, e -> assertThat(e.kind()).isEqualTo(kind))
        .message()
        .contains(why)
        .doesNotContain(TOKEN)
        .hasLineCount(1);
    assertThat(to).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"hf:name", "hf:a/b/c", "hf:../b", "hf:a/b@", "hf:a/b@../x", "hf:a/b?x", "a/b"})
  void refusesANameThatIsNone(String name) {
    assertThatThrownBy(() -> HubModel.parse(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("hf:ORG/NAME");
  }

  @Test
  void writesTheAddressOfARevision() {
    HubModel model = HubModel.parse("hf:Org/a-Name.2@refs/pr/1");
    assertThat(model).hasToString("hf:Org/a-Name.2@refs/pr/1");
    assertThat(model.file(URI.create("https://hub.example/"), model.revision(), "1_Pooling/a b"))
        .hasToString("https://hub.example/Org/a-Name.2/resolve/refs%2Fpr%2F1/1_Pooling/a%20b");
  }
}
