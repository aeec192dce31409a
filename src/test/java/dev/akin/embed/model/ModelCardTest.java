package dev.akin.embed.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.base.AkinException;
import dev.akin.embed.Folders;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ModelCardTest {
  private final Path folder;

  ModelCardTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void readsTheCardsOfAllModels() {
    List<ModelCard> cards =
        new ModelStore(Folders.MODELS).list().stream().map(ModelFolder::card).toList();
    assertThat(cards)
        .extracting(ModelCard::name)
        .containsExactly("all-minilm-l6-v2", "bge-small-en-v1.5", "e5-small-v2");
    assertThat(cards).allSatisfy(card -> assertThat(card.dimension()).isEqualTo(384));
    assertThat(cards).extracting(ModelCard::pooling).containsExactly("mean", "cls", "mean");
    assertThat(cards).extracting(ModelCard::precision).containsExactly("fp32", "fp32", "int8");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name",
        "description",
        "license",
        "homepage",
        "files",
        "dimension",
        "maxTokens",
        "pooling",
        "normalization",
        "documentTemplate",
        "phraseTemplate",
        "precision"
      })
  void namesTheFieldThatIsMissing(String field) {
    assertRefused(card -> card.remove(field), "\"" + field + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"artifact", "entries"})
  void namesTheFieldOfTheSourceThatIsMissing(String field) {
    assertRefused(
        card -> ((ObjectNode) card.get("source")).remove(field), "\"source." + field + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sha256", "sizeBytes"})
  void namesTheFieldOfAFileThatIsMissing(String field) {
    assertRefused(
        card -> ((ObjectNode) card.get("files").get("model.onnx")).remove(field),
        "\"files.model.onnx." + field + "\"");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          dimension        | 0             | at least 1, not 0
          dimension        | "many"        | has the wrong type
          dimension        | "384"         | has the wrong type
          dimension        | 384.5         | has the wrong type
          maxTokens        | -1            | within 1..1000000, not -1
          maxTokens        | 2000000000    | within 1..1000000
          pooling          | "median"      | must be one of mean, cls, max, weightedmean, lasttoken
          pooling          | "MEAN"        | lasttoken, not "MEAN"
          width            | 383           | must be at least "dimension", 384, not 383
          normalization    | "none"        | must be "l2", not "none"
          titleWeight      | -0.5          | within 0..4, not -0.5
          titleWeight      | 5             | within 0..4, not 5.0
          titleWeight      | "half"        | has the wrong type
          precision        | "half"        | must be one of [fp32, fp16, int8], not "half"
          documentTemplate | "{title}"     | must contain {abstract}
          documentTemplate | "{abstract}"  | must contain {title}
          phraseTemplate   | "query:"      | must contain {text}
          files            | {}            | must have "model.onnx" and "tokenizer.json"
          files            | []            | has the wrong type
          name             | ["a"]         | has the wrong type
          """,
      delimiter = '|')
  void namesTheFieldThatIsWrong(String field, String value, String why) {
    assertRefused(
        card -> card.set(field, JsonMapper.shared().readTree(value)), "\"" + field + "\"", why);
  }

  @Test
  void refusesADigestThatIsNone() {
    assertRefused(
        card -> ((ObjectNode) card.get("files").get("tokenizer.json")).put("sha256", "abc"),
        "\"files.tokenizer.json.sha256\"",
        "64 hexadecimal digits");
  }

  @Test
  void refusesAFileWithoutDescription() {
    assertRefused(
        card -> ((ObjectNode) card.get("files")).putNull("model.onnx"), "\"files.model.onnx\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../weights", "a/b", "", ".hidden"})
  void refusesAFileOutsideItsFolder(String name) {
    assertRefused(
        card -> ((ObjectNode) card.get("files")).set(name, card.get("files").get("tokenizer.json")),
        "\"files\" has no file name: \"" + name + "\"");
  }

  @Test
  void refusesAKeyThatItDoesNotKnow() {
    assertRefused(card -> card.put("poling", "mean"), "\"poling\" is not a key of a card");
    assertRefused(
        card -> ((ObjectNode) card.get("files").get("model.onnx")).put("md5", "0"),
        "\"files.model.onnx.md5\" is not a key of a card");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "null", "[]", "{", "<html>", "{} {}", "{\"name\":\"a\",\"name\":\"b\"}"})
  void refusesWhatIsNoCard(String content) {
    Folders.write(folder.resolve("model.json"), Folders.bytes(content));
    assertThatThrownBy(() -> ModelFolder.open(folder))
        .isInstanceOfSatisfying(
            EmbedException.class,
            e -> assertThat(e.kind()).isEqualTo(AkinException.Kind.CONFIGURATION))
        .hasMessageStartingWith(folder.resolve("model.json") + ": not a model card: ")
        .message()
        .hasLineCount(1);
  }

  @Test
  void aFolderWithoutCardIsNoModel() {
    assertThatThrownBy(() -> ModelFolder.open(folder))
        .isInstanceOfSatisfying(
            EmbedException.class, e -> assertThat(e.kind()).isEqualTo(AkinException.Kind.MISSING))
        .hasMessage(folder + ": not a model folder, it has no model.json");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          pooling          | "cls"
          pooling          | "weightedmean"
          documentTemplate | "{title}. {abstract}"
          phraseTemplate   | "query: {text}"
          maxTokens        | 256
          precision        | "int8"
          dimension        | 192
          """,
      delimiter = '|')
  void anotherIdentityWithEachPartThatDecidesAboutVectors(String field, String value) {
    assertThat(identity(card -> card.set(field, JsonMapper.shared().readTree(value))))
        .isNotEqualTo(identity(card -> {}));
  }

  @ParameterizedTest
  @ValueSource(strings = {"model.onnx", "tokenizer.json"})
  void anotherIdentityWithEachFile(String file) {
    assertThat(identity(card -> Folders.describe(card, file, Folders.bytes("another"))))
        .isNotEqualTo(identity(card -> {}));
  }

  @Test
  void theSameIdentityUnderAnotherName() {
    assertThat(
            identity(
                card -> {
                  card.put("name", "another").put("description", "another");
                  card.put("license", "MIT").put("homepage", "https://example.org");
                  card.remove("source");
                }))
        .isEqualTo(identity(card -> {}))
        .hasSize(16);
  }

  private String identity(Consumer<ObjectNode> change) {
    return ModelFolder.open(Folders.withCard(folder, change)).space().identity();
  }

  private void assertRefused(Consumer<ObjectNode> change, String... parts) {
    Folders.withCard(folder, change);
    assertThatThrownBy(() -> ModelFolder.open(folder))
        .isInstanceOfSatisfying(
            EmbedException.class,
            e -> assertThat(e.kind()).isEqualTo(AkinException.Kind.CONFIGURATION))
        .message()
        .startsWith(folder.resolve("model.json").toString())
        .contains(Arrays.asList(parts))
        .hasLineCount(1);
  }
}
