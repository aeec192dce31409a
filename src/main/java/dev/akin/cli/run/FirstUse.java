package dev.akin.cli.run;

import dev.akin.cli.option.ModelsLocation;
import dev.akin.cli.output.Console;
import dev.akin.embed.model.EmbedException;
import dev.akin.embed.model.ModelFolder;
import dev.akin.embed.model.Models;
import dev.akin.embed.rewrite.ModelRewrite;

/// Rewrites a package's models before they embed their first papers on this machine, because what
/// is fastest differs from machine to machine.
///
/// @param console for what is done
///
/// @hidden public for its own room only
public record FirstUse(Console console) {
  /// Rewrites those models that were never rewritten here. A model that cannot be rewritten is
  /// computed as published.
  public void of(Models models) {
    if (ModelsLocation.rewritesAtFirstUse()) {
      models.folders().stream()
          .filter(model -> model.hasFiles() && ModelRewrite.known(model).isEmpty())
          .forEach(this::rewrite);
    }
  }

  private void rewrite(ModelFolder model) {
    console
        .err()
        .println(
            "akin: first use of "
                + model.card().name()
                + " on this machine; making it faster takes half a minute …");
    try {
      ModelRewrite.rewrite(model);
    } catch (EmbedException e) {
      console.err().println("akin: " + e.getMessage());
    }
  }
}
