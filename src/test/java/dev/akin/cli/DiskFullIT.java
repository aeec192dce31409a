package dev.akin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.Tools;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A disk that is full while papers are indexed, or a report is made: a file system in memory, of a
/// few hundred kilobytes, that only the process under test sees.
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
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-Xmx256m", "--enable-native-access=ALL-UNNAMED"));
    words.addAll(List.of("--add-modules", "jdk.incubator.vector"));
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), Akin.class.getName()));
    words.addAll(List.of(arguments));
    return "'" + String.join("' '", words) + "'";
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
