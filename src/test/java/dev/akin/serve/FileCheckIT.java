package dev.akin.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.Waiting;
import dev.akin.index.lucene.Damage;
import dev.akin.recommend.SmallIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A service reads all files of its index after it has started, and says so.
class FileCheckIT {
  private static final String RELATED = "/v1/related?id=east&mode=semantic";

  @TempDir Path folder;

  private TestService start(UnaryOperator<ServeOptions> with) {
    SmallIndex.write(folder);
    return TestService.over(folder, new TestModels(() -> true), with);
  }

  @Test
  void saysThatItIsCheckingAndAnswersMeanwhile() {
    try (TestService service = start(options -> options.withCheckedBytesPerSecond(1))) {
      HttpResponse<String> ready = service.get("/readyz");
      assertThat(ready.statusCode()).isEqualTo(200);
      assertThat(ready.body()).matches("checking: \\d+ % of the index's files have been read");
      assertThat(service.get(RELATED).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void saysHowMuchItHasChecked() {
    try (TestService service = start(options -> options)) {
      Waiting.until(() -> service.get("/readyz").body().equals("ready"));
      String metrics = service.get("/metrics").body();
      assertThat(metrics).contains("akin_index_damaged_files 0.0");
      assertThat(value(metrics, "akin_index_checked_bytes"))
          .isEqualTo(value(metrics, "akin_index_size_bytes"));
      SmallIndex.addOne(folder, "eastbynorth", 1, 0.1f);
      Waiting.until(() -> service.get("/metrics").body().contains("akin_index_commit 3.0"));
      Waiting.until(() -> service.get("/readyz").body().equals("ready"));
      String later = service.get("/metrics").body();
      assertThat(value(later, "akin_index_checked_bytes"))
          .isEqualTo(value(later, "akin_index_size_bytes"));
    }
  }

  private static String value(String metrics, String name) {
    return metrics
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .findFirst()
        .map(line -> line.substring(name.length()))
        .orElseThrow();
  }

  /// The file is damaged after the service has opened it, and is whole again when the next version
  /// of the index is written: what was read of it meanwhile counts.
  @Test
  void answersNothingFromADamagedFileUntilAVersionIsWithoutIt() {
    Path[] damaged = {Path.of("")};
    try (TestService service =
        start(
            options -> {
              damaged[0] = flip(data());
              return options;
            })) {
      String name = damaged[0].getFileName().toString();
      String why = "damaged: " + name + "; restore the index, or index again";
      Waiting.until(() -> service.get("/readyz").body().equals(why));
      assertThat(service.get("/readyz").statusCode()).isEqualTo(503);
      assertThat(service.get(RELATED).statusCode()).isEqualTo(503);
      assertThat(service.get("/metrics").body()).contains("akin_index_damaged_files 1.0");

      flip(damaged[0]);
      SmallIndex.addOne(folder, "eastbynorth", 1, 0.1f);
      Waiting.until(() -> service.get("/metrics").body().contains("akin_index_commit 3.0"));
      assertThat(service.get("/readyz").body()).isEqualTo(why);
      assertThat(service.get(RELATED).statusCode()).isEqualTo(503);

      // So many new papers that all are written into one part.
      for (int i = 0; i < 5; i++) {
        SmallIndex.addOne(folder, "new" + i, 1, 0.2f + i);
      }
      SmallIndex.compact(folder);
      Waiting.until(() -> service.get("/readyz").body().equals("ready"));
      assertThat(service.get(RELATED).statusCode()).isEqualTo(200);
    }
  }

  private Path data() {
    try {
      return Damage.files(folder).stream()
          .filter(file -> file.toString().endsWith(".cfs"))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path flip(Path file) {
    try {
      Damage.flip(file, 100);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
