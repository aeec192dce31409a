package dev.akin.bench.million;

import dev.akin.Seed;
import dev.akin.Temporary;
import dev.akin.faults.Commands;
import dev.akin.faults.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Has `akin index` take over a copy of an index that an earlier akin made: once in peace, and once
/// killed at random moments and resumed. Compares all papers and vectors with those before. Prints
/// a row of a Markdown table; ends with 1 if something was lost or embedded.
///
/// Usage: TakeOver INDEX KILLS SEED. `$AKIN_BEFORE` is the folder of the akin that reads the old
/// index, by default this one.
final class TakeOver {
  private static final int INPUT_PAPERS = 20;
  private static final long MIN_MILLIS = 300;
  private static final Pattern EMBEDDED = Pattern.compile("([0-9,]+) embedded");

  private final Path folder;
  private final Path old;
  private final Random random;
  private long embedded;
  private int killed;

  private TakeOver(Path folder, Path old, long seed) {
    this.folder = folder;
    this.old = old;
    this.random = Seed.fixed(seed);
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("akin-take-over-");
    boolean well;
    try {
      well =
          new TakeOver(folder, Path.of(arguments[0]), Long.parseLong(arguments[2]))
              .run(Integer.parseInt(arguments[1]));
    } finally {
      Temporary.delete(folder);
    }
    System.exit(well ? 0 : 1);
  }

  private boolean run(int kills) throws Exception {
    String before = System.getenv().getOrDefault("AKIN_BEFORE", ".");
    export(before, old, "before");
    Path records = folder.resolve("before-records/papers.jsonl");
    Path input = folder.resolve("input.jsonl");
    try (Stream<String> lines = Files.lines(records)) {
      Files.write(input, lines.limit(INPUT_PAPERS).toList());
    }
    Path peaceful = Setting.copy(old, folder.resolve("peaceful"));
    long start = System.nanoTime();
    finish(start(input, peaceful));
    double seconds = (System.nanoTime() - start) / 1e9;
    boolean well = isSame(peaceful, "peaceful");
    Path index = Setting.copy(old, folder.resolve("killed"));
    for (int i = 0; i < kills; i++) {
      kill(start(input, index), (long) (1_000 * seconds));
    }
    finish(start(input, index));
    well &= isSame(index, "killed") && embedded == 0;
    System.out.printf(
        Locale.ROOT,
        "| an index of the format before, taken over, killed and resumed meanwhile | %s: %,d texts"
            + " embedded, killed %d times of %d; %.1f s without a kill | nothing embedded, nothing"
            + " lost |%n",
        well ? "papers and vectors are the same" : "**differs**",
        embedded,
        killed,
        kills,
        seconds);
    return well;
  }

  private Process start(Path input, Path index) throws IOException {
    return new ProcessBuilder(
            "./akin", "index", input.toString(), "--index", index.toString(), "--format", "json")
        .redirectError(ProcessBuilder.Redirect.appendTo(folder.resolve("err").toFile()))
        .redirectOutput(folder.resolve("out").toFile())
        .start();
  }

  private void kill(Process process, long mostMillis) throws InterruptedException, IOException {
    long millis = random.nextLong(MIN_MILLIS, Math.max(MIN_MILLIS + 1, mostMillis));
    if (process.waitFor(millis, TimeUnit.MILLISECONDS)) {
      finish(process);
    } else {
      process.destroyForcibly().waitFor();
      killed++;
      count();
    }
  }

  private void finish(Process process) throws InterruptedException, IOException {
    if (process.waitFor() != 0) {
      throw new IllegalStateException(Files.readString(folder.resolve("err")));
    }
    JsonNode summary = JsonMapper.shared().readTree(Files.readString(folder.resolve("out")));
    if (summary.path("tokens").asLong() > 0) {
      embedded += summary.path("tokens").asLong();
    }
    count();
  }

  /// Adds what the progress says was embedded.
  private void count() throws IOException {
    Path err = folder.resolve("err");
    Matcher matcher = EMBEDDED.matcher(Files.readString(err));
    long most = 0;
    while (matcher.find()) {
      most = Math.max(most, Long.parseLong(matcher.group(1).replace(",", "")));
    }
    embedded += most;
    Files.writeString(err, "");
  }

  private void export(String akin, Path index, String name) throws Exception {
    for (String kind : List.of("records", "vectors")) {
      String[] command = {
        akin + "/akin",
        "export",
        "--index",
        index.toString(),
        "--out",
        folder.resolve(name + "-" + kind).toString()
      };
      List<String> all =
          Stream.concat(
                  Stream.of(command), kind.equals("records") ? Stream.of("--records") : Stream.of())
              .toList();
      Commands.run(all.toArray(String[]::new));
    }
  }

  private boolean isSame(Path index, String name) throws Exception {
    export(".", index, name);
    boolean same = true;
    for (String file : List.of("records/papers.jsonl", "vectors/vectors.npy", "vectors/ids.npy")) {
      Path before = folder.resolve("before-" + file);
      Path after = folder.resolve(name + "-" + file);
      if (Files.mismatch(before, after) >= 0) {
        System.err.println(name + ": " + file + " is not as before");
        same = false;
      }
    }
    return same;
  }
}
