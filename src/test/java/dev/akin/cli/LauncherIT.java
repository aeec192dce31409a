package dev.akin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.cli.help.ExitCode;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The launcher `akin`, with the classes that are tested in place of the jar.
class LauncherIT {
  @TempDir private static Path home;

  private record Ended(int code, String out, String err) {}

  @BeforeAll
  static void install() throws IOException {
    Files.copy(Path.of("akin"), home.resolve("akin"));
    Files.createFile(home.resolve("pom.xml"));
    Files.createDirectories(home.resolve("src/main"));
    Files.createDirectories(home.resolve("target/lib"));
    Path jdk = Files.createDirectory(home.resolve("scripts")).resolve("jdk");
    Files.writeString(jdk, "#!/bin/sh\necho '" + System.getProperty("java.home") + "'\n");
    assertThat(jdk.toFile().setExecutable(true)).isTrue();
    writeJar(home.resolve("target/akin.jar"));
  }

  /// A jar that names the class path of this test.
  private static void writeJar(Path jar) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest
        .getMainAttributes()
        .put(
            Attributes.Name.CLASS_PATH,
            Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath().toUri().toString())
                .collect(Collectors.joining(" ")));
    try (OutputStream out = Files.newOutputStream(jar)) {
      new JarOutputStream(out, manifest).close();
    }
  }

  private static Ended run(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    return run(home.resolve("akin"), environment, arguments);
  }

  private static Ended run(Path akin, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile(home, "out", ".txt");
    Path err = Files.createTempFile(home, "err", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(Stream.concat(Stream.of(akin.toString()), Stream.of(arguments)).toList())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("AKIN_"));
    builder.environment().putAll(environment);
    builder.environment().put("AKIN_MODELS", Path.of("models").toAbsolutePath().toString());
    Process process = builder.start();
    process.getOutputStream().close();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  @Test
  void saysNothingOfIncubatorModules() throws IOException, InterruptedException {
    for (List<String> command :
        List.of(
            List.of("serve"),
            List.of("info", "--recall"),
            List.of("report", "--out", home.resolve("report").toString()))) {
      Ended ended = run(Map.of("AKIN_INDEX", home + "/none"), command.toArray(String[]::new));
      assertThat(ended.code()).isEqualTo(66);
      assertThat(ended.err().lines().toList())
          .singleElement()
          .asString()
          .startsWith("akin: " + home + "/none: ");
    }
  }

  @Test
  void namesTheVariableWhereMemoryRunsOut() throws IOException, InterruptedException {
    Path papers = Files.writeString(home.resolve("p.jsonl"), "{\"id\":\"a\",\"title\":\"A\"}\n");
    Ended ended =
        run(
            Map.of("AKIN_HEAP", "8m"),
            "index",
            papers.toString(),
            "--index",
            home.resolve("index").toString());
    assertThat(ended.code()).as(ended.err()).isEqualTo(ExitCode.OUT_OF_MEMORY.code());
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err().lines().toList())
        .singleElement()
        .asString()
        .startsWith("akin: OutOfMemoryError: 8m of heap is too little.")
        .contains("AKIN_HEAP=");
  }

  @Test
  void takesTheHeapFromAnOptionBeforeTheVariable() throws IOException, InterruptedException {
    for (String option : new String[] {"--heap=2q", "--heap"}) {
      Ended ended = run(Map.of("AKIN_HEAP", "1g"), "info", option, "2q");
      assertThat(ended.code()).isEqualTo(ExitCode.USAGE.code());
      assertThat(ended.err()).contains("--heap", "\"2q\"");
    }
    Ended ended = run(Map.of("AKIN_HEAP", "much"), "info", "--heap", "256m", "--index", "none");
    assertThat(ended.code()).as(ended.err()).isEqualTo(66);
    assertThat(ended.err()).contains("none: there is no index");
  }

  @Test
  void refusesAHeapThatIsNoSize() throws IOException, InterruptedException {
    Ended ended = run(Map.of("AKIN_HEAP", "much"), "info");
    assertThat(ended.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(ended.err()).contains("AKIN_HEAP", "\"much\"");
  }

  /// A package has a Java of its own, and writes to its cache only.
  @Test
  void runsAPackageWithoutAJdk(@TempDir Path parent) throws IOException, InterruptedException {
    Path root = Files.createDirectory(parent.resolve("akin-0.1.0"));
    Path akin = Files.createDirectory(root.resolve("bin")).resolve("akin");
    Files.copy(Path.of("akin"), akin);
    Files.createSymbolicLink(root.resolve("runtime"), Path.of(System.getProperty("java.home")));
    Files.createSymbolicLink(root.resolve("models"), Path.of("models").toAbsolutePath());
    Path lib = Files.createDirectory(root.resolve("lib"));
    writeJar(lib.resolve("akin.jar"));
    Files.writeString(lib.resolve("build"), "akin-0.1.0+test\n");
    Path cache = parent.resolve("cache");
    Ended ended = run(akin, Map.of("AKIN_CACHE", cache.toString(), "JAVA_HOME", ""), "models");
    assertThat(ended.code()).as(ended.err()).isZero();
    // What other starts have made of the model is not taken from its folder.
    assertThat(ended.out()).contains("all-minilm-l6-v2", "as published");
    assertThat(cache).doesNotExist();
    // The first job would first learn and rewrite; of a cache that cannot be written, it does not.
    Files.createFile(cache);
    Ended job =
        run(akin, Map.of("AKIN_CACHE", cache.toString()), "index", "none.jsonl", "--index", "none");
    assertThat(job.code()).as(job.err()).isEqualTo(ExitCode.NO_INPUT.code());
    assertThat(job.err()).doesNotContain("first start");
  }
}
