package dev.akin.embed;

import dev.akin.embed.model.ModelFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Model folders made by tests.
public final class Folders {
  public static final Path MODELS = Path.of("models");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Folders() {}

  /// The card of the default model, to be changed.
  static ObjectNode card() {
    try {
      byte[] card = Files.readAllBytes(MODELS.resolve("all-minilm-l6-v2/model.json"));
      return (ObjectNode) JSON.readTree(card);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A folder with the default model's card, changed.
  public static Path withCard(Path folder, Consumer<ObjectNode> change) {
    ObjectNode card = card();
    change.accept(card);
    write(folder.resolve("model.json"), JSON.writeValueAsBytes(card));
    return folder;
  }

  /// A folder with these files and a card that has their digests.
  public static ModelFolder withFiles(
      Path folder, byte[] weights, byte[] tokenizer, Consumer<ObjectNode> change) {
    write(folder.resolve("model.onnx"), weights);
    write(folder.resolve("tokenizer.json"), tokenizer);
    return ModelFolder.open(
        withCard(
            folder,
            card -> {
              describe(card, "model.onnx", weights);
              describe(card, "tokenizer.json", tokenizer);
              change.accept(card);
            }));
  }

  /// A folder with a [TinyModel].
  public static ModelFolder tiny(Path folder, byte[] weights, Consumer<ObjectNode> change) {
    return withFiles(
        folder,
        weights,
        bytes(TinyModel.TOKENIZER),
        card -> change.accept(card.put("dimension", 2)));
  }

  /// Puts the digest of `content` into a card.
  public static void describe(ObjectNode card, String file, byte[] content) {
    ((ObjectNode) card.get("files").get(file))
        .put("sha256", sha256(content))
        .put("sizeBytes", content.length);
  }

  public static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  public static void write(Path file, byte[] content) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
