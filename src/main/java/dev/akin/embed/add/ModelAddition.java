package dev.akin.embed.add;

import dev.akin.base.AkinException;
import dev.akin.base.FolderTree;
import dev.akin.base.NewFolder;
import dev.akin.base.Printable;
import dev.akin.embed.model.EmbedException;
import dev.akin.embed.model.ModelCard;
import dev.akin.embed.model.ModelFolder;
import dev.akin.embed.model.ModelStore;
import dev.akin.embed.model.Pooling;
import dev.akin.embed.rewrite.ModelRewrite;
import dev.akin.onnx.PublishedGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Adds a model to the models here: copies its files, writes its card from what they say, tries it,
/// and rewrites its graph. All of this happens in a folder next to its place. It is moved there in
/// one step at the end, so no half of a model is ever added.
public final class ModelAddition {
  private static final List<String> GRAPHS = List.of("onnx/model.onnx", "model.onnx");
  private static final Set<String> INPUTS =
      Set.of("input_ids", "attention_mask", "token_type_ids", "position_ids");
  private static final Set<String> NEEDED = Set.of("input_ids", "attention_mask");
  private static final String COSINE = "cosine";

  private final ModelSource source;
  private final AddOptions options;
  private final Path folder;
  private final SourceFiles files;
  private final FindingList findings = new FindingList();

  private ModelAddition(ModelSource source, AddOptions options, Path folder, Path work) {
    this.source = source;
    this.options = options;
    this.folder = folder;
    this.files = new SourceFiles(source, work);
  }

  /// Adds a model. Takes a minute for a small one.
  ///
  /// @param store where it is added
  /// @throws AkinException if a model of this name exists, the source cannot be read, or the model
  ///   is none that akin can use; then nothing is added
  public static AddedModel add(ModelSource source, AddOptions options, ModelStore store) {
    return add(source, options, store, ModelRewrite.ROUNDS);
  }

  /// The same with another number of rounds.
  ///
  /// @param rounds how often each way to run a graph is measured, at least 1
  static AddedModel add(ModelSource source, AddOptions options, ModelStore store, int rounds) {
    String name = options.name() == null ? source.modelName() : options.name();
    Path place = store.folder().resolve(name);
    if (Files.exists(place)) {
      throw exists(place + ":");
    }
    if (store.isInstalled(name)) {
      throw exists("the model " + name);
    }
    try (NewFolder made = NewFolder.at(place)) {
      Path work = Files.createDirectory(made.path().resolve(".source"));
      ModelAddition addition = new ModelAddition(source, options, made.path(), work);
      List<ModelRewrite.Outcome> graphs = addition.fill(name, rounds);
      new FolderTree(work).delete();
      made.put();
      return new AddedModel(ModelFolder.open(place), addition.findings.all(), graphs);
    } catch (IOException e) {
      throw new EmbedException(
          AkinException.Kind.IO,
          source.name() + ": cannot be added: " + EmbedException.reason(e),
          e);
    }
  }

  private static EmbedException exists(String what) {
    return new EmbedException(
        AkinException.Kind.EXISTS, what + " exists already; choose another name with --name");
  }

  private List<ModelRewrite.Outcome> fill(String name, int rounds) throws IOException {
    PublishedPooling published = PublishedPooling.of(files);
    Pooling pooling = pooling(published);
    PublishedPrompts prompts = prompts(published);
    int maxTokens = PublishedTokens.of(files, options, findings);
    PublishedMetadata metadata = PublishedMetadata.of(files);
    List<String> languages = metadata.languages(options, findings);
    String license = metadata.license(findings);
    copyTokenizer();
    PublishedGraph graph = copyGraph();
    int width = width(graph, published.width());
    int dimension = dimension(width);
    new ModelCard(
            name,
            description(dimension, languages),
            license,
            Objects.requireNonNullElse(source.homepage(), "unknown"),
            null,
            described(),
            languages,
            dimension,
            dimension == width ? null : width,
            maxTokens,
            pooling.label(),
            "l2",
            prompts.document() + "{title} {abstract}",
            prompts.query() + "{text}",
            null,
            null,
            graph.weights().label(),
            null)
        .write(folder.resolve(ModelCard.FILE));
    return tried(rounds);
  }

  private Pooling pooling(PublishedPooling published) {
    Pooling given = options.pooling();
    if (given != null) {
      findings.found("pooling", given.label(), "--pooling");
      return given;
    }
    if (published.pooling() == null) {
      throw files.refused(
          "it does not say how it pools (%s); say it with --pooling".formatted(published.file()),
          null);
    }
    findings.found("pooling", published.pooling().label(), published.file());
    return published.pooling();
  }

  private PublishedPrompts prompts(PublishedPooling pooling) throws IOException {
    PublishedPrompts prompts = PublishedPrompts.of(files, options);
    if (pooling.leavesPromptOut() && !(prompts.query() + prompts.document()).isEmpty()) {
      throw files.refused(
          "it leaves the tokens of a prompt out when it pools (%s), which akin does not know"
              .formatted(pooling.file()),
          null);
    }
    prompt("query", prompts.query(), options.queryPrompt(), prompts.areNamed());
    prompt("document", prompts.document(), options.documentPrompt(), prompts.areNamed());
    if (!prompts.similarity().equals(COSINE)) {
      findings.assumed(
          "similarity",
          COSINE,
          "akin compares by the cosine; %s says %s"
              .formatted(PublishedPrompts.FILE, Printable.quote(prompts.similarity())));
    }
    return prompts;
  }

  private void prompt(String role, String text, @Nullable String given, boolean areNamed) {
    String what = role + " prompt";
    String option = "--" + role + "-prompt";
    String value = text.isEmpty() ? "none" : Printable.quote(text);
    if (given != null) {
      findings.found(what, value, option);
    } else if (areNamed) {
      findings.found(what, value, PublishedPrompts.FILE);
    } else {
      findings.assumed(what, value, PublishedPrompts.FILE + " names none; " + option);
    }
  }

  private void copyTokenizer() throws IOException {
    Path place = folder.resolve(ModelCard.TOKENIZER);
    if (files.first(List.of(ModelCard.TOKENIZER), place) == null) {
      throw files.refused(
          "it has no %s; save its tokenizer as a fast one".formatted(ModelCard.TOKENIZER), null);
    }
  }

  private PublishedGraph copyGraph() throws IOException {
    List<String> names = options.graph() == null ? GRAPHS : List.of(options.graph());
    Path place = folder.resolve(ModelCard.WEIGHTS);
    String found = files.first(names, place);
    if (found == null) {
      throw files.refused(
          "it has no graph %s; export it to ONNX, or name another file with --graph"
              .formatted(String.join(" or ", names)),
          null);
    }
    try {
      PublishedGraph graph = PublishedGraph.read(place);
      requireKnown(graph, found);
      copyData(found, PublishedGraph.dataFiles(place));
      findings.found("weights", graph.weights().label(), found);
      return graph;
    } catch (IOException e) {
      throw files.refused(found + " is not a graph: " + EmbedException.reason(e), e);
    }
  }

  private void requireKnown(PublishedGraph graph, String file) {
    Set<String> unknown = new TreeSet<>(graph.inputs());
    unknown.removeAll(INPUTS);
    if (!unknown.isEmpty()) {
      throw files.refused(
          "%s has inputs that akin does not know: %s"
              .formatted(file, Printable.of(String.join(", ", unknown))),
          null);
    }
    Set<String> missing = new TreeSet<>(NEEDED);
    missing.removeAll(graph.inputs());
    if (!missing.isEmpty()) {
      throw files.refused("%s has no input %s".formatted(file, String.join(", ", missing)), null);
    }
    if (!graph.hasStates()) {
      throw files.refused(file + " has no output with a state for each token", null);
    }
  }

  /// Copies the files with weights that the graph names; they keep their names.
  private void copyData(String graph, Set<String> names) throws IOException {
    String beside = graph.substring(0, graph.lastIndexOf('/') + 1);
    for (String name : names) {
      Path place = folder.resolve(SourceFiles.isInside(name) ? name : ".");
      if (!SourceFiles.isInside(name) || name.contains("/") || Files.exists(place)) {
        throw files.refused(
            "%s keeps weights in a place that akin does not use: %s"
                .formatted(graph, Printable.quote(name)),
            null);
      }
      if (files.first(List.of(beside + name), place) == null) {
        throw files.refused(
            "%s keeps weights in %s, which is not there".formatted(graph, beside + name), null);
      }
      findings.found("weights", name, graph);
    }
  }

  private int width(PublishedGraph graph, OptionalInt published) {
    if (graph.width().isPresent()
        && published.isPresent()
        && graph.width().getAsInt() != published.getAsInt()) {
      throw files.refused(
          "its graph gives %d coordinates, and its pooling wants %d"
              .formatted(graph.width().getAsInt(), published.getAsInt()),
          null);
    }
    if (graph.width().isEmpty() && published.isEmpty()) {
      throw files.refused("no file says how many coordinates its vectors have", null);
    }
    return graph.width().orElseGet(published::getAsInt);
  }

  private int dimension(int width) {
    Integer given = options.dimension();
    if (given == null) {
      findings.found("dimension", width + "", "the graph");
      return width;
    }
    if (given > width) {
      throw files.refused("it has %d coordinates, fewer than %d".formatted(width, given), null);
    }
    findings.found("dimension", "%d of %d".formatted(given, width), "--dimension");
    return given;
  }

  private static String description(int dimension, @Nullable List<String> languages) {
    String known =
        languages == null
            ? "many languages"
            : languages.size() > 3
                ? Printable.count(languages.size(), "language")
                : languages.stream().map(LanguageCodes::name).collect(Collectors.joining(", "));
    return "Sentence embeddings of %d dimensions, %s".formatted(dimension, known);
  }

  private Map<String, ModelCard.FileCard> described() throws IOException {
    Map<String, ModelCard.FileCard> described = new TreeMap<>();
    for (Path file : new FolderTree(folder).entries()) {
      String name = String.valueOf(file.getFileName());
      if (!name.startsWith(".")) {
        described.put(name, ModelFolder.describe(file));
      }
    }
    return described;
  }

  /// Failures name the source, not the folder that is being made.
  private List<ModelRewrite.Outcome> tried(int rounds) {
    ModelFolder model = ModelFolder.open(folder);
    try {
      ModelTrial.of(model, findings);
      return ModelRewrite.rewrite(model, rounds);
    } catch (EmbedException e) {
      String message = String.valueOf(e.getMessage()).replace(folder.toString(), source.name());
      throw new EmbedException(e.kind(), message, e);
    }
  }
}
