package dev.akin.embed.add;

import dev.akin.base.AkinException;
import dev.akin.base.Resources;
import dev.akin.embed.model.EmbedException;
import dev.akin.embed.model.EmbedOptions;
import dev.akin.embed.model.ModelFolder;
import dev.akin.embed.model.ModelText;
import dev.akin.embed.model.VectorAgreement;
import dev.akin.embed.rewrite.TrialTexts;
import dev.akin.embed.run.EmbeddedText;
import dev.akin.embed.run.Embedder;
import dev.akin.vector.Embedding;
import java.util.List;
import java.util.Locale;

/// Tries whether a model does what its card says: every text gets a direction, alone the same as
/// with others, also a text longer than the model reads; and sentences that mean the same are
/// nearer than others.
final class ModelTrial {
  /// The most that a coordinate may differ when the text is in a batch with others.
  private static final double MAX_DIFFERENCE = 1e-5;

  /// The same for weights of 16 bits.
  private static final double MAX_DIFFERENCE_OF_HALVES = 5e-3;

  /// How many of the known pairs must be in the right order.
  private static final double MIN_SHARE = 0.75;

  private static final String NO_DIRECTION =
      "it gives a text no direction: zeros, or numbers that are not finite";

  private final ModelFolder model;
  private final Embedder embedder;

  private ModelTrial(ModelFolder model, Embedder embedder) {
    this.model = model;
    this.embedder = embedder;
  }

  /// Tries the published graph of a model.
  ///
  /// @throws EmbedException if it does not do what its card says
  static void of(ModelFolder model, FindingList findings) {
    try (Embedder embedder = Embedder.openPublished(model, EmbedOptions.onAllCores())) {
      new ModelTrial(model, embedder).run(findings);
    }
  }

  private void run(FindingList findings) {
    requireLongTexts();
    int texts = requireSameVectorsAlone();
    String order = requireOrder();
    findings.found("tried", texts + " texts have a vector of length 1, alone and together", order);
  }

  private int requireSameVectorsAlone() {
    List<ModelText> texts = TrialTexts.of(model);
    List<EmbeddedText> together = embedder.embed(texts);
    if (together.stream().anyMatch(text -> text.embedding() == null)) {
      throw refused(NO_DIRECTION);
    }
    List<EmbeddedText> alone = texts.stream().map(embedder::embed).toList();
    VectorAgreement agreement =
        VectorAgreement.of(EmbeddedText.embeddings(together), EmbeddedText.embeddings(alone));
    double most =
        model.card().precision().equals("fp16") ? MAX_DIFFERENCE_OF_HALVES : MAX_DIFFERENCE;
    if (agreement == null || !(agreement.largestDifference() <= most)) {
      throw refused("the vector of a text depends on the other texts of its batch");
    }
    return texts.size();
  }

  /// A model may have fewer positions than its files say.
  private void requireLongTexts() {
    String text = "a long text, ";
    try {
      while (!embedder.embed(model.document(text)).truncated()) {
        text = text + text;
      }
    } catch (EmbedException e) {
      throw refused(
          "it cannot read %d tokens, as many as its files say; say how many with --max-tokens: %s"
              .formatted(model.card().maxTokens(), EmbedException.reason(e)));
    }
  }

  private record Triple(String language, String phrase, String near, String far) {
    static Triple of(String line) {
      String[] parts = line.split("\\|", -1);
      return new Triple(parts[0], parts[1], parts[2], parts[3]);
    }
  }

  private String requireOrder() {
    List<Triple> triples =
        Resources.lines(ModelTrial.class, "near-and-far.txt").stream()
            .map(Triple::of)
            .filter(triple -> model.card().knows(triple.language()))
            .toList();
    if (triples.isEmpty()) {
      return "there are no known pairs in its languages";
    }
    long right = triples.stream().filter(this::isInOrder).count();
    String order =
        String.format(
            Locale.ROOT, "%d of %d known pairs are in the right order", right, triples.size());
    if (right < MIN_SHARE * triples.size()) {
      throw refused("only " + order + ": the pooling, the prompts or the graph may be wrong");
    }
    return order;
  }

  private boolean isInOrder(Triple triple) {
    Embedding phrase = vector(model.phrase(triple.phrase()));
    return phrase.cosine(vector(model.document(triple.near())))
        > phrase.cosine(vector(model.document(triple.far())));
  }

  private Embedding vector(ModelText text) {
    Embedding vector = embedder.embed(text).embedding();
    if (vector == null) {
      throw refused(NO_DIRECTION);
    }
    return vector;
  }

  private EmbedException refused(String why) {
    return new EmbedException(AkinException.Kind.CONFIGURATION, model.path() + ": " + why);
  }
}
