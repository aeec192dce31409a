package dev.akin.embed.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.embed.Folders;
import dev.akin.embed.TinyModel;
import dev.akin.embed.model.EmbedOptions;
import dev.akin.embed.model.ModelFolder;
import dev.akin.embed.model.ModelText;
import java.io.File;
import java.io.IOException;
import java.net.Proxy;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An embedder in a process of its own, which prints each address that somebody opens.
class EmbedderOfflineIT {
  @TempDir private Path folder;

  /// DJL would ask whether it runs in a cloud, and report its users.
  @Test
  void opensNoConnection() throws IOException, InterruptedException {
    Folders.tiny(folder, TinyModel.giving(TinyModel.Output.STATES), card -> {});
    Process java =
        new ProcessBuilder(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                EmbedOneText.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String output = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(output.strip()).isEqualTo("3 tokens");
    assertThat(java.waitFor()).isZero();
  }

  /// The program. Its only argument is the folder of a model.
  static final class EmbedOneText {
    private EmbedOneText() {}

    public static void main(String[] arguments) {
      URLStreamHandler refusing =
          new URLStreamHandler() {
            @Override
            protected URLConnection openConnection(URL address) throws IOException {
              System.out.println(address);
              throw new IOException("refused");
            }

            @Override
            protected URLConnection openConnection(URL address, Proxy proxy) throws IOException {
              return openConnection(address);
            }
          };
      URL.setURLStreamHandlerFactory(protocol -> protocol.startsWith("http") ? refusing : null);
      ModelFolder model = ModelFolder.open(Path.of(arguments[0]));
      try (Embedder embedder = Embedder.open(model, EmbedOptions.onAllCores())) {
        int tokens = embedder.embed(new ModelText("a b c", List.of())).tokens();
        System.out.println(tokens + " tokens");
      }
    }
  }
}
