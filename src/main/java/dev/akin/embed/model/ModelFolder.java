package dev.akin.embed.model;

import dev.akin.base.AkinException;
import dev.akin.base.Sha256;
import dev.akin.paper.Paper;
import dev.akin.vector.Space;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A model on disk: a folder with `model.json`, `model.onnx`, `tokenizer.json`, and perhaps files
/// that belong to the graph.
///
/// Opening it only reads the card, so it is fast; [#verify] reads all files. Immutable, safe for
/// use by many threads.
public final class ModelFolder {
  private static final String LFS_POINTER = "version https://git-lfs";

  private final Path folder;
  private final Path graphs;
  private final ModelCard card;
  private final Precision precision;
  private final Space space;

  private ModelFolder(Path folder, Path graphs, ModelCard card, Precision precision) {
    this.folder = folder;
    this.graphs = graphs;
    this.card = card;
    this.precision = precision;
    this.space = Space.of(card.name(), card.dimension(), card.identityParts(precision));
  }

  /// Reads the card of the model in `folder`.
  ///
  /// @throws EmbedException if there is no card or it does not describe a model
  public static ModelFolder open(Path folder) {
    if (!Files.isRegularFile(folder.resolve(ModelCard.FILE))) {
      throw new EmbedException(
          AkinException.Kind.MISSING, folder + ": not a model folder, it has no " + ModelCard.FILE);
    }
    return new ModelFolder(
        folder, folder, ModelCard.read(folder.resolve(ModelCard.FILE)), Precision.FP32);
  }

  /// The same model, whose rewritten graphs are kept in a folder of their own below `cache`: for
  /// models that are installed where nothing may be written.
  public ModelFolder withGraphsIn(Path cache) {
    String published = card.weights().sha256().substring(0, 8);
    return new ModelFolder(folder, cache.resolve(card.name() + "-" + published), card, precision);
  }

  /// The same model in another precision; its vectors are in another space.
  public ModelFolder withPrecision(Precision other) {
    return new ModelFolder(folder, graphs, card, other);
  }

  /// The same model, without a vector for the title alone; its vectors are in another space.
  public ModelFolder inOnePass() {
    return new ModelFolder(folder, graphs, card.withTitleWeight(null), precision);
  }

  /// The same model, with another weight of titles; its vectors are in another space.
  ///
  /// @param weight above 0
  public ModelFolder withTitleWeight(double weight) {
    return new ModelFolder(folder, graphs, card.withTitleWeight(weight), precision);
  }

  /// The same model as it made the vectors of a space: in its precision, and in one pass if the
  /// space is of a time when the model had no weight of titles. This one if the space is of another
  /// model.
  public ModelFolder of(Space wanted) {
    return variants().filter(model -> model.space.equals(wanted)).findFirst().orElse(this);
  }

  /// The same, for a space of which only the identity is known.
  public ModelFolder ofIdentity(String wanted) {
    return variants()
        .filter(model -> model.space.identity().equals(wanted))
        .findFirst()
        .orElse(this);
  }

  private Stream<ModelFolder> variants() {
    return Stream.of(this, inOnePass())
        .flatMap(model -> Stream.of(Precision.values()).map(model::withPrecision));
  }

  /// The precision in which it is computed.
  public Precision precision() {
    return precision;
  }

  /// Its card.
  public ModelCard card() {
    return card;
  }

  /// The space of the model's embeddings, with the model's identity.
  public Space space() {
    return space;
  }

  /// Its folder.
  public Path path() {
    return folder;
  }

  /// The folder of its rewritten graphs: its own, unless they are kept elsewhere.
  public Path graphs() {
    return graphs;
  }

  /// A paper as the model reads it; empty if the paper has neither title nor abstract.
  public ModelText document(Paper paper) {
    return document(paper.title(), paper.abstractText());
  }

  /// A paper as the model reads it, if only its text is known.
  public ModelText document(String text) {
    return document("", text);
  }

  private ModelText document(String title, String abstractText) {
    TextTemplate template = new TextTemplate(card.documentTemplate());
    ModelText text = template.document(title, abstractText);
    return card.weightOfTitle() == 0 || title.isBlank() || abstractText.isBlank()
        ? text
        : new ModelText(text.text(), text.sentences(), template.document(title, ""));
  }

  /// A searched phrase as the model reads it; the phrase is one sentence.
  public ModelText phrase(String phrase) {
    return new TextTemplate(card.phraseTemplate()).phrase(phrase);
  }

  /// Whether its files exist, even if they are damaged.
  public boolean hasFiles() {
    return card.files().keySet().stream()
        .allMatch(file -> Files.isRegularFile(folder.resolve(file)));
  }

  /// Reads its files and compares them with the card.
  ///
  /// @throws EmbedException if one is missing or not what the card says, with both digests
  public void verify() {
    card.files().forEach(this::verify);
  }

  private void verify(String file, ModelCard.FileCard expected) {
    verify(folder.resolve(file), expected, remedy());
  }

  /// The graph to run. It and the tokenizer are verified.
  ///
  /// @throws EmbedException if a file is missing or damaged, or there is no graph of the precision
  ///   for the device
  public ModelGraph verifiedGraph(Device device) {
    verify(ModelCard.TOKENIZER, card.tokenizer());
    Optional<GraphRecord.RewrittenGraph> rewritten =
        device == Device.GPU
            ? Optional.empty()
            : GraphRecord.of(graphs, card).flatMap(record -> record.graph(precision));
    Optional<ModelCard.FileCard> file = rewritten.map(GraphRecord.RewrittenGraph::file);
    if (file.isPresent()) {
      ModelGraph graph = ModelGraph.fused(graphs, precision);
      verify(graph.path(), file.get(), rewriteRemedy(card));
      return graph;
    }
    if (precision != Precision.FP32) {
      throw noGraph(device, rewritten);
    }
    verify();
    return ModelGraph.published(this);
  }

  /// Why there is no rewritten graph of the precision, and what to do; empty if there is one.
  public Optional<String> notRewritten() {
    Optional<GraphRecord.RewrittenGraph> rewritten =
        GraphRecord.of(graphs, card).flatMap(record -> record.graph(precision));
    return rewritten.map(GraphRecord.RewrittenGraph::file).isPresent()
        ? Optional.empty()
        : Optional.of(whyNotRewritten(rewritten));
  }

  private String whyNotRewritten(Optional<GraphRecord.RewrittenGraph> tried) {
    return tried
        .map(GraphRecord.RewrittenGraph::refused)
        .orElse("it was not made for this machine; " + rewriteRemedy(card));
  }

  private EmbedException noGraph(Device device, Optional<GraphRecord.RewrittenGraph> rewritten) {
    String why = device == Device.GPU ? "a GPU computes fp32 only" : whyNotRewritten(rewritten);
    return new EmbedException(
        AkinException.Kind.MISSING,
        "%s: there is no graph of precision %s: %s".formatted(folder, precision.label(), why));
  }

  static String rewriteRemedy(ModelCard card) {
    return "make it with: akin models rewrite " + card.name();
  }

  /// How the model runs fastest, if that was measured here; otherwise the usual settings.
  public RunSettings settings() {
    return GraphRecord.of(graphs, card)
        .flatMap(record -> record.settings(precision))
        .orElse(RunSettings.workerPerCore());
  }

  private static void verify(Path path, ModelCard.FileCard expected, String remedy) {
    if (!Files.exists(path)) {
      throw new EmbedException(AkinException.Kind.MISSING, path + ": not here; " + remedy);
    }
    try {
      String difference = difference(path, expected);
      if (difference != null) {
        throw new EmbedException(
            AkinException.Kind.CONFIGURATION, path + ": damaged: " + difference + "; " + remedy);
      }
    } catch (IOException e) {
      throw new EmbedException(
          AkinException.Kind.CONFIGURATION,
          path + ": cannot be read: " + EmbedException.reason(e),
          e);
    }
  }

  private String remedy() {
    return card.source() == null
        ? "its card names no source; put it there yourself"
        : "get it with: akin models fetch " + card.name();
  }

  /// How a file differs from its card, with both checksums; null if it does not.
  static @Nullable String difference(Path path, ModelCard.FileCard expected) throws IOException {
    String found = Files.isRegularFile(path) ? Sha256.hex(path) : "no file";
    return found.equals(expected.sha256())
        ? null
        : "%sexpected sha256 %s (%d bytes), found %s (%d bytes)"
            .formatted(
                hint(path), expected.sha256(), expected.sizeBytes(), found, Files.size(path));
  }

  private static String hint(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      return "it is a folder; ";
    }
    try (InputStream in = Files.newInputStream(path)) {
      String head = new String(in.readNBytes(64), StandardCharsets.ISO_8859_1).strip();
      if (head.startsWith(LFS_POINTER)) {
        return "it is a git-lfs pointer, not the file itself; ";
      }
      if (head.startsWith("<")) {
        return "it is a web page; ";
      }
      return head.isEmpty() ? "it is empty; " : "";
    }
  }

  /// The checksum and size of a file.
  public static ModelCard.FileCard describe(Path file) throws IOException {
    return new ModelCard.FileCard(Sha256.hex(file), Files.size(file));
  }
}
