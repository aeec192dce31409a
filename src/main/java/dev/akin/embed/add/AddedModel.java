package dev.akin.embed.add;

import dev.akin.embed.model.ModelFolder;
import dev.akin.embed.rewrite.ModelRewrite;
import java.util.List;

/// A model that was added.
///
/// @param findings what its card says, and why
/// @param graphs what became of its graph in each precision
public record AddedModel(
    ModelFolder model, List<Finding> findings, List<ModelRewrite.Outcome> graphs) {
  public AddedModel {
    findings = List.copyOf(findings);
    graphs = List.copyOf(graphs);
  }
}
