package dev.akin.cli.output;

import dev.akin.embed.model.ModelFolder;
import dev.akin.embed.model.Precision;
import dev.akin.embed.model.VectorAgreement;
import dev.akin.embed.rewrite.ModelRewrite;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What became of a model's graph, in words.
///
/// @hidden public for its own room only
public final class RewriteText {
  private RewriteText() {}

  /// The precisions that a model was rewritten in, for a column.
  public static String precisions(ModelFolder model) {
    String kept =
        ModelRewrite.known(model).stream()
            .filter(outcome -> outcome.refused() == null)
            .map(outcome -> outcome.precision().label())
            .collect(Collectors.joining(" "));
    return kept.isEmpty() ? "as published" : kept;
  }

  /// A line for each precision, or one for all if the graph is not known.
  public static List<String> of(ModelFolder model, List<ModelRewrite.Outcome> outcomes) {
    String name = model.card().name();
    List<String> reasons =
        outcomes.stream()
            .filter(outcome -> outcome.agreement() == null)
            .map(ModelRewrite.Outcome::refused)
            .distinct()
            .toList();
    if (reasons.size() == 1 && outcomes.stream().allMatch(each -> each.agreement() == null)) {
      return List.of(name + " is left as published: " + reasons.getFirst());
    }
    List<String> lines = new ArrayList<>();
    for (ModelRewrite.Outcome outcome : outcomes) {
      lines.add("%s %s: %s".formatted(name, outcome.precision().label(), text(outcome)));
    }
    return lines;
  }

  /// An object for each precision: whether its graph was kept, why not, and how close its vectors
  /// are to the published ones.
  public static ArrayNode json(List<ModelRewrite.Outcome> outcomes) {
    ArrayNode graphs = JsonNodeFactory.instance.arrayNode();
    for (ModelRewrite.Outcome outcome : outcomes) {
      ObjectNode graph = graphs.addObject().put("precision", outcome.precision().label());
      graph.put("kept", outcome.refused() == null);
      if (outcome.refused() != null) {
        graph.put("reason", outcome.refused());
      }
      if (outcome.agreement() != null) {
        graph.put("meanCosine", outcome.agreement().meanCosine());
        graph.put("minCosine", outcome.agreement().leastCosine());
      }
    }
    return graphs;
  }

  private static String text(ModelRewrite.Outcome outcome) {
    return outcome.refused() == null
        ? "rewritten; " + agreement(outcome.precision(), outcome.agreement())
        : (outcome.precision() == Precision.FP32 ? "left as published: " : "not kept: ")
            + outcome.refused();
  }

  private static String agreement(Precision precision, @Nullable VectorAgreement agreement) {
    if (agreement == null) {
      return "not compared";
    }
    return precision == Precision.FP32
        ? String.format(
            Locale.ROOT,
            "its vectors are the published ones up to %.0e",
            agreement.largestDifference())
        : String.format(
            Locale.ROOT,
            "mean cosine to the published vectors %.4f, least %.4f",
            agreement.meanCosine(),
            agreement.leastCosine());
  }
}
