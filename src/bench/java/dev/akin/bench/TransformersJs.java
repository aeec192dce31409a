package dev.akin.bench;

import dev.akin.embed.model.ModelFolder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// transformers.js in Node, by `src/bench/js/embed.mjs`; npm installs it into `target/bench-js` on
/// first use.
///
/// It stays at 4.2.0: later ones run on an ONNX Runtime that sends telemetry by default.
final class TransformersJs {
  private static final Path SOURCE = Path.of("src/bench/js");
  private static final Path HOME = Path.of("target/bench-js");
  private static final int MAX_MINUTES = 10;
  private static final JsonMapper JSON = new JsonMapper();

  private final ModelFolder model;
  private final int batch;

  private TransformersJs(ModelFolder model, int batch) {
    this.model = model;
    this.batch = batch;
  }

  /// Installs it, and finds out which batches it is faster with.
  ///
  /// @param some texts to try that on
  /// @throws IOException if Node, npm or the package is not to be had here
  static TransformersJs open(ModelFolder model, List<String> some)
      throws IOException, InterruptedException {
    install();
    putModel(model);
    int best = 0;
    double fewest = Double.POSITIVE_INFINITY;
    for (int batch : List.of(8, 1)) {
      double seconds = new TransformersJs(model, batch).embed(some, 0).seconds();
      best = seconds < fewest ? batch : best;
      fewest = Math.min(fewest, seconds);
    }
    return new TransformersJs(model, best);
  }

  int batch() {
    return batch;
  }

  /// @param tokens of the texts
  Turn embed(List<String> texts, long tokens) throws IOException, InterruptedException {
    List<String> lines =
        texts.stream().map(text -> JsonNodeFactory.instance.stringNode(text).toString()).toList();
    Path input = Files.write(HOME.resolve("texts.jsonl"), lines);
    JsonNode answer =
        JSON.readTree(
            run(
                new ProcessBuilder(
                        "node", "embed.mjs", "models", model.card().name(), String.valueOf(batch))
                    .redirectInput(input.toFile())));
    List<float[]> vectors = new ArrayList<>();
    for (JsonNode row : answer.get("vectors")) {
      vectors.add(JSON.treeToValue(row, float[].class));
    }
    return new Turn(tokens, answer.get("seconds").doubleValue(), vectors);
  }

  private static void install() throws IOException, InterruptedException {
    Files.createDirectories(HOME);
    copy("embed.mjs", "embed.mjs");
    Path installed = HOME.resolve("installed.json");
    if (Files.exists(installed)
        && Files.mismatch(SOURCE.resolve("package.json"), installed) == -1) {
      return;
    }
    copy("package.json", "package.json");
    // Its packages hold all that runs on a CPU; their scripts would fetch what a GPU needs.
    run(
        new ProcessBuilder(
            "npm", "install", "--ignore-scripts", "--no-package-lock", "--no-audit", "--no-fund"));
    copy("package.json", "installed.json");
  }

  private static void copy(String file, String to) throws IOException {
    Files.copy(SOURCE.resolve(file), HOME.resolve(to), StandardCopyOption.REPLACE_EXISTING);
  }

  /// Lays the model out as transformers.js wants it.
  private static void putModel(ModelFolder model) throws IOException {
    Path folder = HOME.resolve("models").resolve(model.card().name());
    Files.createDirectories(folder.resolve("onnx"));
    Files.writeString(folder.resolve("config.json"), "{\"model_type\": \"bert\"}\n");
    Files.writeString(
        folder.resolve("tokenizer_config.json"),
        """
        {
          "tokenizer_class": "BertTokenizer",
          "model_max_length": %d,
          "unk_token": "[UNK]",
          "sep_token": "[SEP]",
          "pad_token": "[PAD]",
          "cls_token": "[CLS]",
          "mask_token": "[MASK]"
        }
        """
            .formatted(model.card().maxTokens()));
    link(folder.resolve("tokenizer.json"), model.path().resolve("tokenizer.json"));
    link(folder.resolve("onnx/model.onnx"), model.path().resolve("model.onnx"));
  }

  private static void link(Path link, Path file) throws IOException {
    Files.deleteIfExists(link);
    Files.createSymbolicLink(link, file.toAbsolutePath());
  }

  /// @return what it printed
  private static String run(ProcessBuilder builder) throws IOException, InterruptedException {
    File said = HOME.resolve("output").toFile();
    File errors = HOME.resolve("errors").toFile();
    Process process =
        builder.directory(HOME.toFile()).redirectOutput(said).redirectError(errors).start();
    boolean ended = process.waitFor(MAX_MINUTES, TimeUnit.MINUTES);
    if (!ended) {
      stop(process);
    }
    if (!ended || process.exitValue() != 0) {
      throw new IOException(
          "%s %s; see %s"
              .formatted(
                  String.join(" ", builder.command()),
                  ended ? "failed" : "had not ended after %d minutes".formatted(MAX_MINUTES),
                  errors));
    }
    return Files.readString(said.toPath());
  }

  private static void stop(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
