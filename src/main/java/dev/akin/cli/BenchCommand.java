package dev.akin.cli;

import dev.akin.cli.help.EndsWith;
import dev.akin.cli.help.ExitCode;
import dev.akin.cli.option.ModelsLocation;
import dev.akin.cli.option.ResultFormat;
import dev.akin.cli.option.Usage;
import dev.akin.cli.output.BenchJson;
import dev.akin.cli.output.BenchReport;
import dev.akin.cli.output.BenchTable;
import dev.akin.cli.output.Console;
import dev.akin.cli.output.ProgressLine;
import dev.akin.embed.bench.BenchedModel;
import dev.akin.embed.bench.GraphBench;
import dev.akin.embed.model.EmbedOptions;
import dev.akin.embed.model.ModelFolder;
import dev.akin.embed.model.ModelStore;
import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.index.store.RecallAtTen;
import dev.akin.paper.Paper;
import dev.akin.read.PaperReader;
import dev.akin.read.PaperSource;
import dev.akin.read.ReadOptions;
import dev.akin.read.record.ReadException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `akin bench`
@Command(
    name = "bench",
    header = "Measure how fast this machine embeds and searches.",
    description = {
      "Measures how fast this machine embeds, in each precision of the model, compared with the"
          + " graph as it was published; and how close the vectors are to the published ones.",
      "All graphs are measured in one run, in turns, each next to a turn of the published graph."
          + " Tokens a second are those of all texts together, in batches, as akin index embeds"
          + " them. A phrase and an abstract are then embedded alone, 100 times each, as for a"
          + " query: the abstract is the paper of middle length, the phrase its first 20 words."
          + " Rates and ratios are medians; 99 of 100 calls take at most p99. If others use the"
          + " machine, ratios say more than rates.",
      "To compare with a model that was published with weights of 8 bits, get it once with: akin"
          + " models fetch --models src/bench/models all-minilm-l6-v2-int8"
    },
    footer = {
      "akin bench",
      "akin bench --beside src/bench/models/all-minilm-l6-v2-int8 --format json"
    })
@EndsWith({
  ExitCode.OUT_OF_MEMORY,
  ExitCode.BAD_INPUT,
  ExitCode.NO_INPUT,
  ExitCode.UNAVAILABLE,
  ExitCode.IO,
  ExitCode.CONFIGURATION
})
final class BenchCommand implements Runnable {
  private static final int SEARCHES = 300;
  private static final long SEED = 1;

  @Option(
      names = "--model",
      paramLabel = "NAME",
      defaultValue = ModelStore.DEFAULT_MODEL,
      description =
          "Name of a model (see: akin models) or path of its folder. Default: "
              + ModelStore.DEFAULT_MODEL
              + ".")
  private String model;

  @Mixin private ModelsLocation models;

  @Option(
      names = "--beside",
      paramLabel = "FOLDER",
      description =
          "Also measure the published graph of this model: one with weights of 8 bits and the same"
              + " dimensions.")
  private @Nullable String beside;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "Number of threads that embed. Default: one for each core; for a rewritten graph the"
              + " number that was measured to be fastest.")
  private @Nullable Integer threads;

  @Option(
      names = "--texts",
      paramLabel = "FILE",
      description =
          "Papers to embed, in any format that 'akin index' reads. Default: the sample papers.")
  private @Nullable String texts;

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "60",
      description = "Embed the first N papers that have a text, 1 to 100,000. Default: 60.")
  private int count;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "5",
      description = "How many times each graph embeds all texts, 1 to 1,000. Default: 5.")
  private int rounds;

  @Option(
      names = "--index",
      paramLabel = "DIR",
      description =
          "Also measure searches in this index, and how many of the ten nearest papers they find."
              + " $$AKIN_INDEX is not used here.")
  private @Nullable Path index;

  @Mixin private ResultFormat format;

  @Option(names = "--quiet", description = "Show no progress.")
  private boolean quiet;

  @Spec private CommandSpec spec;

  private final Console console;

  BenchCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    GraphBench.Subject subject = Usage.of(spec, this::subject);
    List<Paper> papers = papers(subject.model());
    RecallAtTen searches = index == null ? null : searches(index);
    BenchReport report =
        new BenchReport(subject.model(), rounds, measure(subject, papers), searches);
    if (format.isJson()) {
      console.out().println(BenchJson.of(report));
    } else {
      BenchTable.of(report).forEach(console.out()::println);
    }
  }

  private GraphBench.Subject subject() {
    require("--count", count, 100_000);
    require("--rounds", rounds, 1_000);
    if (model.contains(",")) {
      throw new IllegalArgumentException("--model must name one model here, not " + model);
    }
    EmbedOptions options = EmbedOptions.onAllCores();
    ModelFolder other = beside == null ? null : models.store().find(beside);
    return new GraphBench.Subject(
        models.store().find(model),
        other,
        threads == null ? options : options.withThreads(threads));
  }

  private static void require(String option, int value, int most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(
          "%s must be within 1..%,d, not %,d".formatted(option, most, value));
    }
  }

  private List<Paper> papers(ModelFolder read) {
    List<PaperSource> sources =
        texts == null
            ? List.of(DemoCommand.sample())
            : PaperSource.expand(List.of(texts), System.in);
    List<Paper> papers = new ArrayList<>();
    for (PaperSource source : sources) {
      try (PaperReader reader =
          PaperReader.open(
              source, ReadOptions.DEFAULT, problem -> console.err().println(problem))) {
        for (Paper paper = reader.next();
            paper != null && papers.size() < count;
            paper = reader.next()) {
          if (!read.document(paper).text().isBlank()) {
            papers.add(paper);
          }
        }
      }
    }
    if (papers.isEmpty()) {
      throw ReadException.missing(String.valueOf(texts), "holds no paper with a text");
    }
    return papers;
  }

  private static RecallAtTen searches(Path directory) {
    try (PaperIndex opened = new LuceneStore(directory).open(PaperIndex.Check.NOTHING);
        IndexSnapshot snapshot = opened.snapshot()) {
      return snapshot.recall(SEARCHES, 1, SEED);
    }
  }

  private BenchedModel measure(GraphBench.Subject subject, List<Paper> papers) {
    if (!quiet) {
      console
          .err()
          .printf(
              "akin: loading and measuring the graphs of %s …%n", subject.model().card().name());
    }
    ProgressLine line = new ProgressLine(console, quiet);
    try (GraphBench bench = GraphBench.open(subject, papers)) {
      return bench.measure(rounds, share -> line.show(() -> line.share(share)));
    } finally {
      line.clear();
    }
  }
}
