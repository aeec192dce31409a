package dev.akin.write.vector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.Tools;
import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.recommend.SmallIndex;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// NumPy itself reads the exported vectors.
class NumPyIT {
  /// The one on the `PATH`, and the one that Debian's python3-numpy is for.
  private static final Stream<String> PYTHONS = Stream.of("python3", "/usr/bin/python3");

  @Test
  void readsIdsAndVectors(@TempDir Path folder) throws IOException {
    Optional<String> python =
        PYTHONS.filter(each -> run(each, "import numpy").isEmpty()).findFirst();
    Tools.require(python.isPresent(), "python3 with numpy is not installed");
    SmallIndex.write(folder.resolve("index"));
    SmallIndex.addOne(folder.resolve("index"), "\uD835\uDC00x", 3, 4);
    Path made = Files.createDirectory(folder.resolve("out"));
    try (PaperIndex index = new LuceneStore(folder.resolve("index")).open(PaperIndex.Check.FILES);
        IndexSnapshot snapshot = index.snapshot()) {
      VectorTable.of(snapshot, Optional.empty()).write(made, VectorFormat.NPY, "1.2.3");
    }
    String program =
        "import numpy as n; i = n.load('%s'); v = n.load('%s');"
                .formatted(made.resolve("ids.npy"), made.resolve("vectors.npy"))
            + " print(i.dtype, v.dtype, ascii(i.tolist()), v[:4].tolist())";
    assertThat(run(python.orElseThrow(), program))
        .isEqualTo(
            "<U9 float32 ['east', 'north', 'northeast', 'west', '\\U0001d400x'] [[1.0, 0.0], [0.0,"
                + " 1.0], [0.7071067690849304, 0.7071067690849304], [-1.0, 0.0]]");
  }

  /// What a program prints, or that it does not run.
  private static String run(String python, String program) {
    try {
      Process process = new ProcessBuilder(python, "-c", program).redirectErrorStream(true).start();
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? printed.strip() : "failed: " + printed;
    } catch (IOException e) {
      return "failed: " + e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }
}
