package dev.akin.faults.job;

import dev.akin.faults.Fault;
import dev.akin.faults.Outcome;
import dev.akin.faults.Setting;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Many texts of random lengths, in batches of random sizes, through one embedder in a JVM of its
/// own. Its heap is in RAM from the beginning, so that what grows is not the heap.
final class MemoryGrowth implements Fault {
  private static final double MAX_GROWTH = 0.02;

  @Override
  public String id() {
    return "R22";
  }

  @Override
  public String injected() {
    return "texts of 1 to 512 tokens (in the usual run 1 to 48), 1 to 32 at a time";
  }

  @Override
  public String required() {
    return "memory grows by less than 2 % over the last 80 % of the texts";
  }

  @Override
  public Outcome run(Setting setting) throws Exception {
    int texts = setting.times(4_000, 50_000);
    Process java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms256m",
                "-Xmx256m",
                "-XX:+AlwaysPreTouch",
                "--enable-native-access=ALL-UNNAMED",
                "--add-modules",
                "jdk.incubator.vector",
                "-cp",
                System.getProperty("java.class.path"),
                EmbedMany.class.getName(),
                setting.home().resolve("models/all-minilm-l6-v2").toString(),
                Integer.toString(texts),
                Integer.toString(setting.times(48, 512)),
                Long.toString(setting.random().nextLong()))
            .redirectError(setting.folder().resolve("err").toFile())
            .start();
    List<Long> resident =
        new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .map(Long::valueOf)
            .toList();
    int code = java.waitFor();
    int last = resident.size() - 1;
    if (code != 0 || last < 10) {
      return new Outcome.Seen(
          false, 0, "ended with " + code + new File(setting.folder().toFile(), "err"));
    }
    long warm = resident.get(last / 5);
    double growth = (double) resident.get(last) / warm - 1;
    return new Outcome.Seen(
        growth < MAX_GROWTH,
        texts,
        String.format(
            Locale.ROOT,
            "%d MB at the start, %d MB after a fifth, %d MB at the end, %d MB at most: %+.2f %%,"
                + " %+.1f MB per 10,000 texts",
            resident.getFirst() >> 20,
            warm >> 20,
            resident.get(last) >> 20,
            resident.stream().mapToLong(Long::longValue).max().orElse(0) >> 20,
            100 * growth,
            (resident.get(last) - warm) / 1048576.0 / (0.8 * texts) * 10_000));
  }
}
