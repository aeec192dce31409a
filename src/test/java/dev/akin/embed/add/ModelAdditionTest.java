package dev.akin.embed.add;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.akin.base.AkinException;
import dev.akin.embed.Folders;
import dev.akin.embed.TinyModel;
import dev.akin.embed.model.EmbedException;
import dev.akin.embed.model.EmbedOptions;
import dev.akin.embed.model.ModelCard;
import dev.akin.embed.model.ModelFolder;
import dev.akin.embed.model.ModelStore;
import dev.akin.embed.model.ModelText;
import dev.akin.embed.model.Pooling;
import dev.akin.embed.run.Embedder;
import dev.akin.onnx.file.DataFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What the card of an added model says, and which models are refused.
@Tag("slow")
class ModelAdditionTest {
  private final Path source;
  private final Path models;
  private final ModelStore store;
  private final PublishedFolder published;

  ModelAdditionTest(@TempDir Path folder) {
    source = folder.resolve("My Model");
    models = folder.resolve("models");
    store = new ModelStore(models);
    published = PublishedFolder.bert(source);
  }

  private AddedModel add(AddOptions options) {
    return ModelAddition.add(ModelSource.of(source), options, store, 1);
  }

  @Test
  void writesACardOfWhatTheFilesSay() throws IOException {
    published.write(
        "config_sentence_transformers.json",
        "{\"prompts\": {\"query\": \"query: \", \"passage\": \"passage: \"}}");
    AddedModel added = add(AddOptions.none());
    ModelCard card = store.find("my-model").card();
    assertThat(card).isEqualTo(added.model().card());
    assertThat(card.description()).isEqualTo("Sentence embeddings of 32 dimensions, English");
    assertThat(card.license()).isEqualTo("Apache-2.0");
    assertThat(card.languages()).containsExactly("en");
    assertThat(card.dimension()).isEqualTo(32);
    assertThat(card.width()).isNull();
    assertThat(card.maxTokens()).isEqualTo(80);
    assertThat(card.pooling()).isEqualTo("mean");
    assertThat(card.documentTemplate()).isEqualTo("passage: {title} {abstract}");
    assertThat(card.phraseTemplate()).isEqualTo("query: {text}");
    assertThat(card.titleWeight()).isNull();
    assertThat(card.precision()).isEqualTo("fp32");
    added.model().verify();
    assertThat(added.findings())
        .extracting(Finding::what, Finding::value, Finding::origin)
        .contains(
            tuple("pooling", "mean", "1_Pooling/config.json"),
            tuple(
                "tokens",
                "80",
                "config.json: max_position_embeddings; published for 64"
                    + " (sentence_bert_config.json: max_seq_length)"),
            tuple(
                "tried",
                "52 texts have a vector of length 1, alone and together",
                "8 of 8 known pairs are in the right order"));
    assertThat(added.findings()).noneMatch(Finding::assumed);
    try (Stream<Path> files = Files.list(models)) {
      assertThat(files).containsExactly(models.resolve("my-model"));
    }
    try (Stream<Path> files = Files.list(models.resolve("my-model"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .contains("model.json", "model.onnx", "tokenizer.json", "graphs.json")
          .noneMatch(name -> name.startsWith("."));
    }
  }

  @Test
  void saysWhatItAssumes() {
    published.delete("README.md").delete("config.json").delete("sentence_bert_config.json");
    published.write("config_sentence_transformers.json", "{\"similarity_fn_name\": \"dot\"}");
    AddedModel added = add(tokens(80));
    assertThat(added.findings())
        .filteredOn(Finding::assumed)
        .extracting(Finding::what)
        .containsExactly("query prompt", "document prompt", "similarity", "languages", "licence");
    assertThat(added.model().card().languages()).containsExactly("en");
    assertThat(added.model().card().license()).isEqualTo("unknown");
  }

  @Test
  void whatTheUserSaysWins() {
    published.write("1_Pooling/config.json", "{\"pooling_mode\": \"cls\"}");
    AddedModel added =
        add(
            new AddOptions(
                "other", "onnx/model.onnx", Pooling.MAX, 16, 40, "q: ", "", List.of("en", "de")));
    ModelCard card = added.model().card();
    assertThat(card.name()).isEqualTo("other");
    assertThat(card.pooling()).isEqualTo("max");
    assertThat(card.dimension()).isEqualTo(16);
    assertThat(card.width()).isEqualTo(32);
    assertThat(card.maxTokens()).isEqualTo(40);
    assertThat(card.phraseTemplate()).isEqualTo("q: {text}");
    assertThat(card.documentTemplate()).isEqualTo("{title} {abstract}");
    assertThat(card.languages()).containsExactly("en", "de");
  }

  @Test
  void keepsTheFirstCoordinates() {
    ModelFolder all = add(AddOptions.none()).model();
    ModelFolder some = add(new AddOptions("some", null, null, 24, null, null, null, null)).model();
    assertThat(some.space()).isNotEqualTo(all.space());
    float[] whole = vector(all);
    double length = 0;
    for (int i = 0; i < 24; i++) {
      length += whole[i] * whole[i];
    }
    float[] cut = vector(some);
    assertThat(cut).hasSize(24);
    for (int i = 0; i < 24; i++) {
      assertThat((double) cut[i]).isCloseTo(whole[i] / Math.sqrt(length), within(1e-5));
    }
  }

  private static float[] vector(ModelFolder model) {
    try (Embedder embedder = Embedder.open(model, EmbedOptions.onAllCores())) {
      ModelText text = new ModelText("bees find flowers", List.of());
      return Objects.requireNonNull(embedder.embed(text).embedding()).toArray();
    }
  }

  @Test
  void takesWeightsInAFileOfTheirOwn() throws IOException {
    ModelFolder whole = add(AddOptions.none()).model();
    Folders.write(
        source.resolve("onnx/model.onnx_data"),
        DataFile.split(source.resolve("onnx/model.onnx"), "model.onnx_data", 1_000));
    ModelFolder parted = add(named("parted")).model();
    assertThat(parted.card().files())
        .containsOnlyKeys("model.onnx", "model.onnx_data", "tokenizer.json");
    assertThat(vector(parted)).containsExactly(vector(whole), within(1e-5f));
    Files.write(parted.path().resolve("model.onnx_data"), new byte[10]);
    assertThatThrownBy(() -> Embedder.open(parted, EmbedOptions.onAllCores()))
        .hasMessageContaining("model.onnx_data: damaged");
  }

  @Test
  void doesNotTouchAModelOfTheSameName() throws IOException {
    Path there = Files.createDirectories(models.resolve("my-model"));
    Files.writeString(there.resolve("model.json"), "{}");
    assertThatThrownBy(() -> add(AddOptions.none()))
        .isInstanceOfSatisfying(
            EmbedException.class, e -> assertThat(e.kind()).isEqualTo(AkinException.Kind.EXISTS))
        .hasMessage(there + ": exists already; choose another name with --name");
    assertThat(there.resolve("model.json")).hasContent("{}");
  }

  static Stream<Arguments> unusable() {
    return Stream.of(
        bad("no tokenizer", it -> it.delete("tokenizer.json"), "it has no tokenizer.json"),
        bad("tokenizer", it -> it.write("tokenizer.json", "{}"), "tokenizer.json: not a tokenizer"),
        bad(
            "no graph",
            it -> it.delete("onnx/model.onnx"),
            "no graph onnx/model.onnx or model.onnx"),
        bad("graph", it -> it.write("onnx/model.onnx", "<html>"), "model.onnx is not a graph"),
        bad("no pooling", it -> it.delete("1_Pooling/config.json"), "say it with --pooling"),
        bad("no modules", it -> it.write("modules.json", "[]"), "say it with --pooling"),
        bad("not JSON", it -> it.write("modules.json", "[{"), "modules.json is not JSON"),
        bad(
            "unknown pooling",
            it -> it.pooling("pooling_mode_attention"),
            "a pooling that akin does not know: \"pooling_mode_attention\"; it knows mean, cls"),
        bad("pooling off", it -> it.pooling(), "a pooling that akin does not know: none"),
        bad(
            "two poolings",
            it -> it.pooling("pooling_mode_cls_token", "pooling_mode_mean_tokens"),
            "joins the vectors of several poolings"),
        bad(
            "another module",
            it -> it.write("modules.json", "[{\"type\": \"sentence_transformers.models.Dense\"}]"),
            "has a module \"Dense\""),
        bad(
            "module outside",
            it -> it.write("modules.json", "[{\"type\": \"a.Pooling\", \"path\": \"../..\"}]"),
            "names a folder outside the model: \"../..\""),
        bad(
            "another width",
            it ->
                it.write(
                    "1_Pooling/config.json",
                    "{\"pooling_mode_cls_token\": true," + " \"word_embedding_dimension\": 64}"),
            "its graph gives 32 coordinates, and its pooling wants 64"),
        bad(
            "contradicting prompts",
            it -> prompts(it, "{\"document\": \"passage: \", \"passage\": \"text: \"}"),
            "its prompts contradict each other: document is \"passage: \", passage is \"text: \""),
        bad(
            "no such default",
            it ->
                it.write(
                    "config_sentence_transformers.json",
                    "{\"prompts\": {\"query\": \"q: \"}, \"default_prompt_name\": \"passage\"}"),
            "its prompts contradict each other: the default is \"passage\""),
        bad("prompt", it -> prompts(it, "{\"query\": 1}"), "the prompt \"query\" is not a text"),
        bad(
            "placeholder",
            it -> prompts(it, "{\"query\": \"{title}: \"}"),
            "the prompt \"{title}: \" has a placeholder of akin's own"),
        bad(
            "prompts left out",
            it -> {
              prompts(it, "{\"query\": \"q: \"}");
              it.write(
                  "1_Pooling/config.json",
                  "{\"pooling_mode_mean_tokens\": true, \"include_prompt\": false}");
            },
            "leaves the tokens of a prompt out"),
        bad(
            "metadata",
            it -> it.write("README.md", "---\na: [\n---\n"),
            "its metadata are not YAML"),
        bad(
            "not UTF-8",
            it -> Folders.write(it.path().resolve("README.md"), new byte[] {-1}),
            "UTF-8"),
        bad(
            "another input",
            it -> graph(it, TinyModel.withInput("pixel_values")),
            "has inputs that akin does not know: pixel_values"),
        bad(
            "zeros",
            it -> tiny(it, TinyModel.Output.ZEROS),
            "it gives a text no direction: zeros, or numbers that are not finite"),
        bad(
            "same vectors",
            it -> tiny(it, TinyModel.Output.CONSTANT),
            "every text the same vector"),
        bad("no states", it -> tiny(it, TinyModel.Output.DOUBLES), "no output with a state"),
        bad("no sense", ModelAdditionTest::readsNoWords, "known pairs are in the right order"),
        bad(
            "fewer positions",
            it -> it.write("config.json", "{\"max_position_embeddings\": 128}"),
            "it cannot read 128 tokens, as many as its files say"));
  }

  private static Arguments bad(String name, Consumer<PublishedFolder> change, String why) {
    return Arguments.argumentSet(name, change, why);
  }

  private static void prompts(PublishedFolder folder, String prompts) {
    folder.write("config_sentence_transformers.json", "{\"prompts\": " + prompts + "}");
  }

  private static void graph(PublishedFolder folder, byte[] graph) {
    Folders.write(folder.path().resolve("onnx/model.onnx"), graph);
  }

  /// Each text is one unknown word.
  private static void readsNoWords(PublishedFolder folder) {
    try {
      String tokenizer = Files.readString(folder.path().resolve("tokenizer.json"));
      folder.write("tokenizer.json", tokenizer.replace("{\"type\": \"BertPreTokenizer\"}", "null"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void tiny(PublishedFolder folder, TinyModel.Output output) {
    graph(folder, TinyModel.giving(output));
    folder.write(
        "1_Pooling/config.json",
        "{\"pooling_mode_mean_tokens\": true, \"word_embedding_dimension\": 2}");
  }

  @ParameterizedTest
  @MethodSource("unusable")
  void refusesWhatItCannotUse(Consumer<PublishedFolder> change, String why) throws IOException {
    change.accept(published);
    assertRefused(AddOptions.none(), why);
  }

  @ParameterizedTest
  @CsvSource({
    "../weights, keeps weights in a place",
    "/etc/passwd, keeps weights in a place",
    "tokenizer.json, keeps weights in a place",
    "model.onnx, keeps weights in a place",
    "weights.bin, 'keeps weights in onnx/weights.bin, which is not there'"
  })
  void refusesWeightsThatAreElsewhere(String location, String why) throws IOException {
    byte[] _ = DataFile.split(source.resolve("onnx/model.onnx"), location, 1_000);
    assertRefused(AddOptions.none(), why);
  }

  @Test
  void refusesWhatTheModelCannotDo() throws IOException {
    assertRefused(new AddOptions(null, null, null, 64, null, null, null, null), "fewer than 64");
    assertRefused(tokens(100), "it has 80 positions (config.json: max_position_embeddings)");
    assertRefused(
        new AddOptions(null, "onnx/none.onnx", null, null, null, null, null, null),
        "no graph onnx/none.onnx");
  }

  @ParameterizedTest
  @CsvSource({"My Model,,,", ",../model.onnx,,", ",,0,", ",,,xx"})
  void refusesOptionsThatCannotBe(String name, String graph, Integer dimension, String language) {
    assertThatThrownBy(
            () ->
                new AddOptions(
                    name,
                    graph,
                    null,
                    dimension,
                    null,
                    null,
                    null,
                    language == null ? null : List.of(language)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void saysThatThereIsNoSource() {
    assertThatThrownBy(() -> ModelSource.of(source.resolve("none")))
        .isInstanceOfSatisfying(
            AkinException.class, e -> assertThat(e.kind()).isEqualTo(AkinException.Kind.MISSING))
        .hasMessageContaining("no such folder or file");
  }

  private static AddOptions named(String name) {
    return new AddOptions(name, null, null, null, null, null, null, null);
  }

  private static AddOptions tokens(int tokens) {
    return new AddOptions(null, null, null, null, tokens, null, null, null);
  }

  private void assertRefused(AddOptions options, String why) throws IOException {
    assertThatThrownBy(() -> add(options))
        .isInstanceOfSatisfying(
            EmbedException.class,
            e -> assertThat(e.kind()).isEqualTo(AkinException.Kind.CONFIGURATION))
        .message()
        .startsWith(source.toString())
        .contains(why)
        .doesNotContain(".part")
        .hasLineCount(1);
    try (Stream<Path> left = Files.list(models)) {
      assertThat(left).as("nothing half-added").isEmpty();
    }
  }
}
