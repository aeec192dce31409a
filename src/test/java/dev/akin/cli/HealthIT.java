package dev.akin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.cli.help.ExitCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `akin health`, which other programs decide by.
class HealthIT {
  @TempDir private static Path folder;

  private static CommandRun health(int port, String... more) {
    String[] words = new String[more.length + 3];
    words[0] = "health";
    words[1] = "--port";
    words[2] = Integer.toString(port);
    System.arraycopy(more, 0, words, 3, more.length);
    return CommandRun.of(words);
  }

  @Test
  void saysThatAServiceIsReady() {
    try (SampleService service = SampleService.start()) {
      int port = service.at("/").getPort();
      CommandRun ready = health(port);
      assertThat(ready.code()).as(ready.err()).isZero();
      assertThat(ready.out()).matches("(ready|checking: .*)\\R");
      assertThat(health(port, "--host", "0.0.0.0", "--format", "json").out())
          .startsWith("{\"status\":\"");
    }
  }

  @Test
  void saysThatNobodyAnswers() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    CommandRun nobody = health(port);
    assertThat(nobody.code()).isEqualTo(ExitCode.UNAVAILABLE.code());
    assertThat(nobody.err()).startsWith("akin: http://127.0.0.1:" + port + ": does not answer: ");
  }

  @Test
  void needsAKeyInItsFile() throws IOException {
    Path none = Files.writeString(folder.resolve("keys"), "# none\n");
    assertThat(health(1, "--key-file", none.toString()).code()).isEqualTo(ExitCode.USAGE.code());
  }
}
