package dev.akin.embed.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.embed.model.EmbedException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Native libraries in a process of their own, since a process loads them once.
class NativeLibrariesIT {
  @TempDir private Path path;

  @Test
  void saysWhichFoldersToSetIfNativeLibrariesCannotBeUnpacked() throws Exception {
    Path file = Files.createFile(path.resolve("file"));
    Path cache = file.resolve("djl");
    assertThat(loadNativeLibraries("-DDJL_CACHE_DIR=" + cache))
        .startsWith("UNAVAILABLE: the native libraries cannot be loaded: ")
        .contains(cache + " (set DJL_CACHE_DIR)")
        .hasLineCount(1);
    Path tmp = file.resolve("tmp");
    assertThat(loadNativeLibraries("-Djava.io.tmpdir=" + tmp))
        .startsWith("UNAVAILABLE: the native libraries cannot be loaded: ")
        .contains(tmp + " (set java.io.tmpdir)")
        .hasLineCount(1);
  }

  private static String loadNativeLibraries(String option)
      throws IOException, InterruptedException {
    Process java =
        new ProcessBuilder(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "--enable-native-access=ALL-UNNAMED",
                option,
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                LoadNativeLibraries.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String output = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(java.waitFor()).isZero();
    return output.strip();
  }

  /// The program of [#loadNativeLibraries].
  static final class LoadNativeLibraries {
    private LoadNativeLibraries() {}

    public static void main(String[] arguments) {
      try {
        NativeLibraries.load();
        System.out.println("loaded");
      } catch (EmbedException e) {
        System.out.println(e.kind() + ": " + e.getMessage());
      }
    }
  }
}
