package dev.akin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.Tools;
import dev.akin.digest.mail.SmtpServer;
import dev.akin.recommend.SmallIndex;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A disk that is full while papers are indexed, a report is made or a digest is sent: a file
/// system in memory, of a few hundred kilobytes, that only the process under test sees.
class DiskFullIT {
  private record Ended(int code, String output) {}

  @TempDir Path folder;

  @Test
  void endsWith74AndGoesOnWhenThereIsRoom() throws Exception {
    Tools.require(canMount(), "no process may mount a file system here");
    Path papers = folder.resolve("papers.jsonl");
    try (InputStream sample = DemoCommand.class.getResourceAsStream(DemoCommand.SAMPLE)) {
      Files.copy(Objects.requireNonNull(sample), papers);
    }
    Path disk = Files.createDirectory(folder.resolve("disk"));
    String index = akin("index", papers.toString(), "--index", disk.resolve("index").toString());
    Ended full = mounted(disk, "300k", index + "; code=$?; rm -rf " + disk + "/index; exit $code");
    assertThat(full.code()).as(full.output()).isEqualTo(74);
    assertThat(full.output())
        .contains("akin: ", disk.toString(), "No space left on device", "MB free")
        .doesNotContain("at dev.akin");
    Ended enough = mounted(disk, "20m", index);
    assertThat(enough.code()).as(enough.output()).isZero();
    assertThat(enough.output()).contains("240 indexed");
  }

  @Test
  void leavesNothingOfAReport() throws Exception {
    Tools.require(canMount(), "no process may mount a file system here");
    Path papers = folder.resolve("papers.jsonl");
    Files.writeString(
        papers,
        """
        {"id": "a", "title": "Leaves in winter"}
        {"id": "b", "title": "Rivers in winter"}
        """);
    String index = folder.resolve("index").toString();
    assertThat(CommandRun.of("index", papers.toString(), "--index", index).code()).isZero();
    Path disk = Files.createDirectory(folder.resolve("disk"));
    String report = akin("report", "--index", index, "--out", disk.resolve("report").toString());

    Ended full = mounted(disk, "64k", report + "; code=$?; ls -A " + disk + "; exit $code");

    assertThat(full.code()).as(full.output()).isEqualTo(74);
    assertThat(full.output())
        .contains("akin: ", disk.toString(), "No space left on device")
        .doesNotContain("at dev.akin", ".part\n");
  }

  @Test
  void sendsADigestWhenItCanBeRemembered() throws Exception {
    Tools.require(canMount(), "no process may mount a file system here");
    Path index = folder.resolve("index");
    SmallIndex.write(index);
    Path disk = Files.createDirectory(folder.resolve("disk"));
    try (SmtpServer server = SmtpServer.start(Map.of())) {
      String digest =
          akin(
              "digest",
              "--search",
              "category:geo",
              "--since",
              "any",
              "--index",
              index.toString(),
              "--state",
              disk.resolve("state.json").toString(),
              "--mail-from",
              "akin@example.org",
              "--mail-to",
              "ada@example.org",
              "--smtp",
              server.address());

      Ended full =
          mounted(
              disk,
              "16k",
              "head -c 20000 /dev/zero > %1$s/other; %2$s; code=$?; ls -A %1$s; exit $code"
                  .formatted(disk, digest));

      assertThat(full.code()).as(full.output()).isEqualTo(74);
      assertThat(full.output())
          .contains("akin: ", "state.json: cannot be written", "No space left on device")
          .doesNotContain("at dev.akin", ".part");
      assertThat(server.messages()).isEmpty();
      Ended enough = mounted(disk, "1m", digest);
      assertThat(enough.code()).as(enough.output()).isZero();
      assertThat(server.messages()).hasSize(1);
    }
  }

  private static boolean canMount() throws IOException, InterruptedException {
    try {
      return run("mount -t tmpfs -o size=1m tmpfs /mnt").code() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static Ended mounted(Path disk, String size, String command) throws Exception {
    return run("mount -t tmpfs -o size=%s tmpfs %s && %s".formatted(size, disk, command));
  }

  private static String akin(String... arguments) {
    return "'" + String.join("' '", OwnProcess.command(arguments)) + "'";
  }

  private static Ended run(String script) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("unshare", "-rm", "sh", "-c", script).redirectErrorStream(true).start();
    process.getOutputStream().close();
    try (InputStream in = process.getInputStream()) {
      String output = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new Ended(process.waitFor(), output);
    }
  }
}
