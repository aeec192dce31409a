package dev.akin.embed.add;

import dev.akin.base.Resources;
import dev.akin.embed.Folders;
import dev.akin.onnx.file.OnnxWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// A [RandomEncoder] as sentence-transformers publishes a model. It knows the words of the pairs
/// that a model is tried with.
public final class PublishedFolder {
  static final int START = 0;
  static final int END = 2;

  private static final int UNKNOWN = 3;
  private static final int EVERYWHERE = 1_000;

  private final Path folder;
  private final Map<String, Integer> vocabulary = new LinkedHashMap<>();
  private final List<Integer> topics = new ArrayList<>();
  private final RandomEncoder model;

  private PublishedFolder(Path folder, Architecture kind, boolean hasHalves) {
    this.folder = folder;
    for (String special : List.of("[CLS]", "[PAD]", "[SEP]", "[UNK]")) {
      vocabulary.put(special, topics.size());
      topics.add(EVERYWHERE);
    }
    List<String> lines =
        Resources.lines(ModelTrial.class, "near-and-far.txt").stream()
            .filter(line -> line.startsWith("en|"))
            .toList();
    for (int line = 0; line < lines.size(); line++) {
      String[] parts = lines.get(line).split("\\|", -1);
      learn(parts[1] + " " + parts[2], line);
      learn(parts[3], lines.size() + line);
    }
    model = new RandomEncoder(kind, topics, 7, hasHalves);
  }

  /// Words of several topics, such as "the", are near each other.
  private void learn(String text, int topic) {
    for (String word : text.toLowerCase(Locale.ROOT).split("[^a-z]+", -1)) {
      Integer known = vocabulary.putIfAbsent(word, topics.size());
      if (known == null) {
        topics.add(topic);
      } else if (topics.get(known) != topic) {
        topics.set(known, EVERYWHERE);
      }
    }
  }

  /// A folder whose model can be added as it is.
  public static PublishedFolder bert(Path folder) {
    return of(folder, Architecture.BERT, false);
  }

  static PublishedFolder of(Path folder, Architecture kind, boolean hasHalves) {
    PublishedFolder published = new PublishedFolder(folder, kind, hasHalves);
    published.write();
    return published;
  }

  private void write() {
    Architecture kind = model.kind();
    write("tokenizer.json", tokenizer());
    write(
        "modules.json",
        """
        [{"idx": 0, "name": "0", "path": "", "type": "sentence_transformers.models.Transformer"},
         {"idx": 1, "name": "1", "path": "1_Pooling",
          "type": "sentence_transformers.models.Pooling"},
         {"idx": 2, "name": "2", "path": "2_Normalize",
          "type": "sentence_transformers.models.Normalize"}]
        """);
    pooling(kind == Architecture.DECODER ? "pooling_mode_lasttoken" : "pooling_mode_mean_tokens");
    write("sentence_bert_config.json", "{\"max_seq_length\": 64, \"do_lower_case\": false}");
    write(
        "config.json",
        "{\"model_type\": \"%s\", \"max_position_embeddings\": %d, \"pad_token_id\": 1}"
            .formatted(kind.type, RandomEncoder.POSITIONS + model.firstPosition()));
    write("README.md", "---\nlanguage:\n- en\nlicense: apache-2.0\ntags: [a, b]\n---\n# A model\n");
    graph("onnx/model.onnx");
  }

  /// Writes how the model pools.
  PublishedFolder pooling(String... modes) {
    StringBuilder settings =
        new StringBuilder("{\"word_embedding_dimension\": %d".formatted(RandomEncoder.WIDTH));
    for (String mode : modes) {
      settings.append(", \"").append(mode).append("\": true");
    }
    return write("1_Pooling/config.json", settings + ", \"include_prompt\": true}");
  }

  /// Writes the graph to a file.
  PublishedFolder graph(String file) {
    try {
      Path path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      OnnxWriter.write(EncoderGraph.of(model), path);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Writes a file.
  public PublishedFolder write(String file, String content) {
    Folders.write(folder.resolve(file), Folders.bytes(content));
    return this;
  }

  /// Deletes a file.
  public PublishedFolder delete(String file) {
    try {
      Files.delete(folder.resolve(file));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path path() {
    return folder;
  }

  /// The states of the tokens of a text, by the oracle.
  double[][] states(String text) {
    return EncoderOracle.states(
        model,
        EncoderGraph.ids(
            Arrays.stream(text.split(" "))
                .map(word -> vocabulary.getOrDefault(word, UNKNOWN))
                .toList()));
  }

  private String tokenizer() {
    return """
    {"version": "1.0", "added_tokens": [],
     "truncation": {"direction": "Right", "max_length": 8, "strategy": "LongestFirst", "stride": 0},
     "padding": {"strategy": {"Fixed": 16}, "direction": "Right", "pad_to_multiple_of": null,
                 "pad_id": 1, "pad_type_id": 0, "pad_token": "[PAD]"},
     "normalizer": {"type": "Lowercase"}, "pre_tokenizer": {"type": "BertPreTokenizer"},
     "post_processor": {"type": "TemplateProcessing",
      "single": [{"SpecialToken": {"id": "[CLS]", "type_id": 0}},
                 {"Sequence": {"id": "A", "type_id": 0}},
                 {"SpecialToken": {"id": "[SEP]", "type_id": 0}}],
      "pair": [{"Sequence": {"id": "A", "type_id": 0}}, {"Sequence": {"id": "B", "type_id": 1}}],
      "special_tokens": {"[CLS]": {"id": "[CLS]", "ids": [0], "tokens": ["[CLS]"]},
                         "[SEP]": {"id": "[SEP]", "ids": [2], "tokens": ["[SEP]"]}}},
     "decoder": null,
     "model": {"type": "WordLevel", "unk_token": "[UNK]", "vocab": %s}}
    """
        .formatted(JsonMapper.shared().writeValueAsString(vocabulary));
  }
}
