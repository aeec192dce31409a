package dev.akin.embed.model;

import dev.akin.base.AkinException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The description of a model: the file `model.json` in its folder.
///
/// @param name the model's name, also the name of its folder
/// @param description one line for people
/// @param license the SPDX id of the weights' licence
/// @param homepage where the model is described
/// @param source the Maven artifact that contains the files; absent for a model that users put
///   there themselves
/// @param files `model.onnx`, `tokenizer.json`, and the files of weights that the graph names; what
///   they must be
/// @param languages the languages that it knows, codes of ISO 639-1; absent if it knows all
/// @param dimension how many coordinates an embedding has
/// @param width how many coordinates the state of a token has, if an embedding is only its first
///   `dimension` ones; absent if both are the same
/// @param maxTokens how many tokens of a text the model reads, special tokens included, 1 to
///   1,000,000
/// @param pooling `mean`, `cls`, `max`, `weightedmean` or `lasttoken`
/// @param normalization `l2`, the only one there is
/// @param documentTemplate with `{title}` and `{abstract}`
/// @param phraseTemplate with `{text}`
/// @param titleWeight how much of the title's own vector is added to that of title and abstract, 0
///   to 4; absent for nothing
/// @param floor the minimum similarity (a rarity) of related papers, 0 or more; absent for [#FLOOR]
/// @param precision the precision of the published weights: `fp32`, `fp16` or `int8`
/// @param leastCosine for `balanced` and `fast`: the minimum of the mean cosine of their vectors
///   with those of the published graph; absent for the defaults
public record ModelCard(
    String name,
    String description,
    String license,
    String homepage,
    @Nullable Source source,
    Map<String, FileCard> files,
    @Nullable List<String> languages,
    int dimension,
    @Nullable Integer width,
    int maxTokens,
    String pooling,
    String normalization,
    String documentTemplate,
    String phraseTemplate,
    @Nullable Double titleWeight,
    @Nullable Double floor,
    String precision,
    @Nullable Map<String, Double> leastCosine) {

  /// Where akin gets the files.
  ///
  /// @param artifact `group:artifact:version`
  /// @param entries for each file of the model, the name of its entry in the artifact's jar
  public record Source(String artifact, Map<String, String> entries) {
    private void check() {
      require("source.artifact", artifact);
      require("source.entries", entries);
      require("source.entries." + WEIGHTS, entries.get(WEIGHTS));
      require("source.entries." + TOKENIZER, entries.get(TOKENIZER));
    }
  }

  /// What a file must be.
  ///
  /// @param sha256 64 hexadecimal digits, lower case
  public record FileCard(String sha256, long sizeBytes) {
    private void check(String field) {
      if (!SHA256.matcher(require(field + ".sha256", sha256)).matches()) {
        throw new IllegalArgumentException(
            "\"" + field + ".sha256\" must be 64 hexadecimal digits; print it with sha256sum");
      }
      if (sizeBytes < 1) {
        throw new IllegalArgumentException("\"" + field + ".sizeBytes\" must be at least 1");
      }
    }
  }

  /// The name of this file.
  public static final String FILE = "model.json";

  public static final String WEIGHTS = "model.onnx";
  public static final String TOKENIZER = "tokenizer.json";

  /// One pair of papers in ten is closer than this. Nearly every paper has ten neighbors above it,
  /// but a recipe or a contract among papers on computational linguistics has none.
  static final double FLOOR = 1;

  private static final Map<String, Double> MIN_COSINE =
      Map.of(Precision.BALANCED.label(), 0.999, Precision.FAST.label(), 0.995);

  private static final String INT8 = "int8";
  private static final int MAX_TOKENS = 1_000_000;
  private static final double MAX_TITLE_WEIGHT = 4;
  private static final List<String> PRECISIONS = List.of("fp32", "fp16", INT8);

  private static final Pattern FILE_NAME = Pattern.compile("[\\w-][\\w.-]*");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .build();

  private static final JsonMapper WRITTEN =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /// Reads and checks a card.
  ///
  /// @throws EmbedException if the file is not there or does not describe a model
  static ModelCard read(Path file) {
    try {
      ModelCard card = JSON.readValue(Files.readAllBytes(file), ModelCard.class);
      require("name", card).check();
      return card;
    } catch (JacksonException e) {
      throw notACard(file, explain(e), e);
    } catch (IllegalArgumentException e) {
      throw notACard(file, e.getMessage(), e);
    } catch (IOException e) {
      throw new EmbedException(
          AkinException.Kind.MISSING, file + ": cannot be read: " + EmbedException.reason(e), e);
    }
  }

  /// Checks the card and writes it to a file.
  ///
  /// @throws EmbedException if it does not describe a model
  public void write(Path file) throws IOException {
    try {
      check();
    } catch (IllegalArgumentException e) {
      throw notACard(file, e.getMessage(), e);
    }
    ObjectNode card = WRITTEN.valueToTree(this);
    Files.write(file, WRITTEN.writeValueAsBytes(card.removeIf(JsonNode::isNull)));
  }

  private static EmbedException notACard(Path file, @Nullable String why, Exception e) {
    return new EmbedException(
        AkinException.Kind.CONFIGURATION, file + ": not a model card: " + why, e);
  }

  // Jackson's own messages speak of Java's types.
  private static String explain(JacksonException e) {
    String key =
        e.getPath().stream()
            .map(JacksonException.Reference::getPropertyName)
            .collect(Collectors.joining("."));
    if (e instanceof UnrecognizedPropertyException) {
      return "\"" + key + "\" is not a key of a card";
    }
    return key.isEmpty()
        ? String.valueOf(e.getOriginalMessage())
        : "\"" + key + "\" is missing or has the wrong type";
  }

  private void check() {
    require("name", name);
    require("description", description);
    require("license", license);
    require("homepage", homepage);
    if (!PRECISIONS.contains(require("precision", precision))) {
      throw new IllegalArgumentException(
          "\"precision\" must be one of " + PRECISIONS + ", not \"" + precision + "\"");
    }
    checkFiles();
    if (source != null) {
      source.check();
    }
    if (dimension < 1) {
      throw new IllegalArgumentException("\"dimension\" must be at least 1, not " + dimension);
    }
    if (stateWidth() < dimension) {
      throw new IllegalArgumentException(
          "\"width\" must be at least \"dimension\", %d, not %d".formatted(dimension, width));
    }
    if (maxTokens < 1 || maxTokens > MAX_TOKENS) {
      throw new IllegalArgumentException(
          "\"maxTokens\" must be within 1.." + MAX_TOKENS + ", not " + maxTokens);
    }
    poolingMethod();
    if (!require("normalization", normalization).equals("l2")) {
      throw new IllegalArgumentException(
          "\"normalization\" must be \"l2\", not \"" + normalization + "\"");
    }
    if (!(weightOfTitle() >= 0 && weightOfTitle() <= MAX_TITLE_WEIGHT)) {
      throw new IllegalArgumentException("\"titleWeight\" must be within 0..4, not " + titleWeight);
    }
    if (!(defaultFloor() >= 0)) {
      throw new IllegalArgumentException("\"floor\" must be 0 or more, not " + floor);
    }
    for (var least : (leastCosine == null ? Map.<String, Double>of() : leastCosine).entrySet()) {
      if (!MIN_COSINE.containsKey(least.getKey())
          || !(require("leastCosine." + least.getKey(), least.getValue()) <= 1)) {
        throw new IllegalArgumentException(
            "\"leastCosine\" must have a number up to 1 for \"balanced\" and \"fast\"");
      }
    }
    contains("documentTemplate", documentTemplate, "{title}");
    contains("documentTemplate", documentTemplate, "{abstract}");
    contains("phraseTemplate", phraseTemplate, "{text}");
  }

  private void checkFiles() {
    require("files", files);
    if (!files.containsKey(WEIGHTS) || !files.containsKey(TOKENIZER)) {
      throw new IllegalArgumentException(
          "\"files\" must have \"" + WEIGHTS + "\" and \"" + TOKENIZER + "\"");
    }
    files.forEach(
        (file, card) -> {
          if (!FILE_NAME.matcher(file).matches()) {
            throw new IllegalArgumentException("\"files\" has no file name: \"" + file + "\"");
          }
          require("files." + file, card).check("files." + file);
        });
  }

  // JSON may lack what the record's type promises.
  private static <T> T require(String field, @Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException("\"" + field + "\" is missing");
    }
    return value;
  }

  private static void contains(String field, String template, String place) {
    if (!require(field, template).contains(place)) {
      throw new IllegalArgumentException("\"" + field + "\" must contain " + place);
    }
  }

  /// Whether the model knows a language.
  ///
  /// @param language a code of ISO 639-1
  public boolean knows(String language) {
    return languages == null || languages.contains(language);
  }

  /// The minimum similarity of related papers, unless a query names another.
  public double defaultFloor() {
    return floor == null ? FLOOR : floor;
  }

  /// How many coordinates the state of a token has.
  public int stateWidth() {
    return width == null ? dimension : width;
  }

  /// Whether the published weights are integers of 8 bits.
  boolean isInteger() {
    return precision.equals(INT8);
  }

  /// How much of the title's own vector is added to that of title and abstract; 0 for nothing.
  public double weightOfTitle() {
    return titleWeight == null ? 0 : titleWeight;
  }

  /// The same model, with another weight of titles. Its vectors are in another space.
  ///
  /// @param weight absent for a model that reads a paper once
  ModelCard withTitleWeight(@Nullable Double weight) {
    return new ModelCard(
        name,
        description,
        license,
        homepage,
        source,
        files,
        languages,
        dimension,
        width,
        maxTokens,
        pooling,
        normalization,
        documentTemplate,
        phraseTemplate,
        weight,
        floor,
        precision,
        leastCosine);
  }

  /// The minimum of the mean cosine of the vectors of a precision with the published ones.
  public double leastCosine(Precision computed) {
    Map<String, Double> all = new TreeMap<>(MIN_COSINE);
    all.putAll(leastCosine == null ? Map.of() : leastCosine);
    return all.getOrDefault(computed.label(), 1.0);
  }

  /// What the published graph's file must be.
  public FileCard weights() {
    return require("files." + WEIGHTS, files.get(WEIGHTS));
  }

  /// What the tokenizer's file must be.
  FileCard tokenizer() {
    return require("files." + TOKENIZER, files.get(TOKENIZER));
  }

  /// How the states of tokens become one vector.
  public Pooling poolingMethod() {
    return Pooling.byName(require("pooling", pooling));
  }

  /// Everything that decides which vector a text gets, by name.
  Map<String, String> identityParts(Precision computed) {
    Map<String, String> parts = new TreeMap<>();
    files.forEach((file, card) -> parts.put(file, card.sha256()));
    parts.put("pooling", pooling);
    parts.put("document template", documentTemplate);
    parts.put("phrase template", phraseTemplate);
    parts.put("max tokens", Integer.toString(maxTokens));
    parts.put("normalization", normalization);
    if (weightOfTitle() > 0) {
      parts.put("title weight", Double.toString(weightOfTitle()));
    }
    parts.put("precision", computed == Precision.FP32 ? precision : computed.label());
    return parts;
  }
}
