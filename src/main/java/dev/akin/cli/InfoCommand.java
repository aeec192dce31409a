package dev.akin.cli;

import dev.akin.base.Printable;
import dev.akin.cli.help.EndsWith;
import dev.akin.cli.help.ExitCode;
import dev.akin.cli.help.Versions;
import dev.akin.cli.option.IndexLocation;
import dev.akin.cli.option.ResultFormat;
import dev.akin.cli.output.Console;
import dev.akin.index.store.Holdings;
import dev.akin.index.store.IndexInfo;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.index.store.RecallAtTen;
import dev.akin.index.store.SimilarityScale;
import dev.akin.vector.Space;
import dev.akin.write.json.InfoJson;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `akin info`
@Command(
    name = "info",
    header = "Say what an index holds.",
    description =
        "Says what an index holds: its papers, its models, its size. With --recall it also measures"
            + " how well the search graph finds.",
    footer = {"akin info --index my-index", "akin info --recall --format json | jq .recall"})
@EndsWith({ExitCode.OUT_OF_MEMORY, ExitCode.NO_INPUT, ExitCode.IO, ExitCode.CONFIGURATION})
final class InfoCommand implements Runnable {
  private static final List<Double> SHARES = List.of(1.0, 0.5, 0.1, 0.01);
  private static final int SAMPLES = 1_000;
  private static final long SEED = 1;

  @Option(
      names = "--recall",
      description =
          "Compare the search graph with exact search for 1,000 papers: without a filter, and with"
              + " filters that keep 50 %%, 10 %% and 1 %% of the papers.")
  private boolean recall;

  @Mixin private ResultFormat format;

  @Mixin private IndexLocation index;

  private final Console console;

  InfoCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    try (PaperIndex opened = index.store().open(PaperIndex.Check.NOTHING);
        IndexSnapshot snapshot = opened.snapshot()) {
      List<RecallAtTen> measured =
          recall
              ? SHARES.stream().map(share -> snapshot.recall(SAMPLES, share, SEED)).toList()
              : List.of();
      if (format.isJson()) {
        console.out().println(json(snapshot.info(), measured));
      } else {
        printTable(snapshot.info(), measured);
      }
    }
  }

  private void printTable(IndexInfo info, List<RecallAtTen> measured) {
    PrintWriter out = console.out();
    out.println(console.bold(index.name()));
    row("papers", Printable.count(info.papers()));
    row("  title only", Printable.count(info.holdings().titleOnly()));
    row("  without text", Printable.count(info.holdings().withoutText()));
    if (!info.holdings().languages().isEmpty()) {
      row("  languages", languages(info.holdings()));
    }
    if (info.holdings().deleted() > 0) {
      row(
          "deleted",
          Printable.count(info.holdings().deleted()) + ", kept out until akin delete --forget");
    }
    row("texts", Printable.count(info.vectors()) + ", each with a vector of each model");
    for (Space space : info.spaces()) {
      row(
          "model",
          "%s (%s), %d dimensions, %s"
              .formatted(
                  space.model(),
                  space.identity(),
                  space.dimension(),
                  space.parts().getOrDefault("precision", "of unknown precision")));
    }
    if (info.similarityScale() != null) {
      printCloseness(info.similarityScale());
    }
    row("build", info.build() + ", commit " + info.commit() + ", " + info.committedAt());
    row("size", String.format(Locale.ROOT, "%.1f MB", info.sizeBytes() / 1e6));
    if (!measured.isEmpty()) {
      out.println();
      out.println(console.bold("papers kept   recall@10   median search   (seed " + SEED + ")"));
      for (RecallAtTen at : measured) {
        out.println(
            String.format(
                Locale.ROOT,
                "%9.0f %%      %.4f       %.3f ms   (%,d queries)",
                at.share() * 100,
                at.recall(),
                at.medianMillis(),
                at.queries()));
      }
    }
  }

  /// The most frequent first.
  private static String languages(Holdings holdings) {
    return holdings.languages().entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .map(language -> "%s %,d".formatted(language.getKey(), language.getValue()))
        .collect(Collectors.joining(" · "));
  }

  private void printCloseness(SimilarityScale closeness) {
    row(
        "min. similarity",
        String.format(
            Locale.ROOT,
            "rarity %.1f, a cosine of %.3f",
            closeness.floor(),
            closeness.rarity().cosineAt(closeness.floor())));
    row(
        "coverage",
        String.format(
            Locale.ROOT,
            "%.1f %% of the papers have five others above the minimum similarity",
            closeness.coverage() * 100));
  }

  private void row(String name, String value) {
    console.out().printf("  %-16s %s%n", name, value);
  }

  private static ObjectNode json(IndexInfo info, List<RecallAtTen> measured) {
    ObjectNode node = InfoJson.of(new Versions().build(), info);
    if (!measured.isEmpty()) {
      ArrayNode array = node.putArray("recall");
      for (RecallAtTen at : measured) {
        array
            .addObject()
            .put("share", at.share())
            .put("queries", at.queries())
            .put("recallAt10", at.recall())
            .put("medianMillis", at.medianMillis());
      }
    }
    return node;
  }
}
