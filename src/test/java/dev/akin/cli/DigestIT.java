package dev.akin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.digest.mail.SmtpServer;
import dev.akin.recommend.SmallIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// R42: digests by mail, and what happens when that fails.
class DigestIT {
  @TempDir Path folder;

  @BeforeEach
  void write() {
    SmallIndex.write(folder.resolve("index"));
  }

  private String[] arguments(SmtpServer server, String... more) {
    List<String> all =
        new ArrayList<>(
            List.of("digest", "--index", folder.resolve("index").toString(), "--since", "2022"));
    all.addAll(List.of("--search", "category:geo", "--state", folder.resolve("state").toString()));
    all.addAll(List.of("--mail-from", "akin@example.org", "--mail-to", "ada@example.org"));
    all.addAll(List.of("--smtp", server.address()));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private CommandRun digest(SmtpServer server, String... more) {
    return CommandRun.of(arguments(server, more));
  }

  @Test
  void sendsEachPaperOnce() throws IOException {
    try (SmtpServer server = SmtpServer.start(Map.of())) {
      CommandRun run = digest(server);
      assertThat(run.code()).as(run.err()).isZero();
      assertThat(run.out()).isEmpty();
      assertThat(server.messages())
          .singleElement()
          .asString()
          .contains("To: ada@example.org", "Rivers at sunset", "A cold wind over ice");
      assertThat(digest(server).err()).isEqualTo("akin: nothing is new\n");
      assertThat(server.messages()).hasSize(1);
      assertThat(server.commands().stream().filter("QUIT"::equals)).hasSize(1);
      SmallIndex.addOne(folder.resolve("index"), "later", 1, 2);
      assertThat(digest(server).err()).isEqualTo("akin: 1 new paper\n");
      assertThat(server.messages().getLast())
          .contains("Title of later")
          .doesNotContain("Rivers at sunset");
    }
  }

  @Test
  void sendsTheNextTimeWhatTheServerRefused() throws IOException {
    try (SmtpServer refusing = SmtpServer.start(Map.of("message", "451 try later"))) {
      CommandRun run = digest(refusing);
      assertThat(run.code()).isEqualTo(69);
      assertThat(run.err()).contains("no mail was sent: the server says \"451 try later\"");
    }
    try (SmtpServer server = SmtpServer.start(Map.of())) {
      assertThat(digest(server).code()).isZero();
      assertThat(server.messages()).hasSize(1);
    }
  }

  @Test
  void doesNotSendAgainWhatMayHaveArrived() throws IOException {
    String lost;
    try (SmtpServer cut = SmtpServer.start(Map.of("message", SmtpServer.CUT))) {
      CommandRun run = digest(cut);
      assertThat(run.code()).isEqualTo(69);
      assertThat(run.err()).contains("Nobody knows whether the digest has arrived", "--resend");
      lost = cut.messages().getFirst();
    }
    try (SmtpServer server = SmtpServer.start(Map.of())) {
      CommandRun run = digest(server);
      assertThat(run.code()).isZero();
      assertThat(run.err()).contains("(3 papers) may not have arrived", "nothing is new");
      assertThat(server.messages()).isEmpty();
      assertThat(digest(server, "--resend").err()).isEqualTo("akin: 1 digest given again\n");
      assertThat(server.messages()).containsExactly(lost);
      assertThat(digest(server).err()).isEqualTo("akin: nothing is new\n");
      assertThat(digest(server, "--resend").err()).contains("nothing is to be given again");
      assertThat(server.messages()).hasSize(1);
    }
  }

  /// Killed after the whole message, before the server's answer.
  @Test
  void doesNotSendAgainAfterAKill() throws Exception {
    try (SmtpServer silent = SmtpServer.start(Map.of("message", SmtpServer.SILENCE))) {
      Process process =
          new ProcessBuilder(OwnProcess.command(arguments(silent)))
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("output").toFile())
              .start();
      silent.awaitSilence();
      CommandRun meanwhile = digest(silent);
      assertThat(meanwhile.code()).isEqualTo(75);
      assertThat(meanwhile.err()).contains("another akin digest is using this file");
      assertThat(process.destroyForcibly().waitFor()).isNotZero();
      assertThat(silent.messages()).hasSize(1);
      CommandRun run = digest(silent);
      assertThat(run.err()).contains("(3 papers) may not have arrived", "nothing is new");
      assertThat(silent.messages()).hasSize(1);
    }
  }
}
