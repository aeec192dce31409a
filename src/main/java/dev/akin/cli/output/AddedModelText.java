package dev.akin.cli.output;

import dev.akin.embed.add.AddedModel;
import dev.akin.embed.add.Finding;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// What akin found out about an added model, and what it assumed.
///
/// @hidden public for its own room only
public final class AddedModelText {
  private AddedModelText() {}

  /// The lines that are printed.
  public static List<String> of(AddedModel added) {
    List<String> lines = new ArrayList<>();
    lines.add(added.model().card().name() + " is added: " + added.model().path());
    added.findings().stream()
        .filter(finding -> !finding.assumed())
        .map(finding -> line("found", finding))
        .forEach(lines::add);
    added.findings().stream()
        .filter(Finding::assumed)
        .map(finding -> line("assumed", finding))
        .forEach(lines::add);
    lines.addAll(RewriteText.of(added.model(), added.graphs()));
    return lines;
  }

  private static String line(String how, Finding finding) {
    return "  %-8s %s: %s (%s)".formatted(how, finding.what(), finding.value(), finding.origin());
  }

  /// An object for each finding.
  public static ArrayNode json(AddedModel added) {
    ArrayNode findings = JsonNodeFactory.instance.arrayNode();
    for (Finding finding : added.findings()) {
      findings
          .addObject()
          .put("what", finding.what())
          .put("value", finding.value())
          .put("origin", finding.origin())
          .put("assumed", finding.assumed());
    }
    return findings;
  }
}
