package dev.akin.cli;

import dev.akin.base.Resources;
import dev.akin.cli.help.EndsWith;
import dev.akin.cli.help.ExitCode;
import dev.akin.cli.option.Group;
import dev.akin.cli.option.ListenOptions;
import dev.akin.cli.option.ModelChoice;
import dev.akin.cli.option.OptionGroup;
import dev.akin.cli.option.ResultFormat;
import dev.akin.cli.option.ServiceOptions;
import dev.akin.cli.option.Usage;
import dev.akin.cli.output.AnswerTable;
import dev.akin.cli.output.Console;
import dev.akin.cli.output.JobReport;
import dev.akin.cli.output.SummaryText;
import dev.akin.cli.process.StopSignal;
import dev.akin.cli.run.DemoReport;
import dev.akin.cli.run.FirstUse;
import dev.akin.cli.run.LazyEmbedders;
import dev.akin.cli.run.RunningJob;
import dev.akin.cli.run.Serving;
import dev.akin.embed.model.EmbedOptions;
import dev.akin.embed.model.Models;
import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.PaperIndex;
import dev.akin.job.IndexJob;
import dev.akin.job.JobOptions;
import dev.akin.job.JobTarget;
import dev.akin.job.progress.JobSummary;
import dev.akin.read.PaperSource;
import dev.akin.recommend.Answer;
import dev.akin.recommend.Recommender;
import dev.akin.recommend.query.Example;
import dev.akin.recommend.query.Query;
import dev.akin.recommend.query.RecommendOptions;
import dev.akin.write.json.AnswerJson;
import dev.akin.write.text.PaperFields;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `akin demo`
@Command(
    name = "demo",
    header = "Index 240 sample papers, show related ones, and serve them.",
    description =
        "Indexes 240 well-known papers of computer science into ./akin-demo, prints papers that are"
            + " related to one of them, makes a report with a map in ./akin-demo-report, and serves"
            + " papers and map.",
    footer = {"akin demo", "akin demo --no-serve"})
@EndsWith({
  ExitCode.OUT_OF_MEMORY,
  ExitCode.NO_INPUT,
  ExitCode.UNAVAILABLE,
  ExitCode.IO,
  ExitCode.TRY_LATER,
  ExitCode.CONFIGURATION
})
final class DemoCommand implements Runnable {
  static final String SAMPLE = "sample-papers.jsonl";
  private static final String SHOWN = "vaswani-2017-attention";

  @Group(OptionGroup.INDEX)
  @Option(
      names = "--index",
      paramLabel = "DIR",
      defaultValue = "akin-demo",
      description = "Folder of the index. Default: ./akin-demo.")
  private Path directory;

  @Option(names = "--no-serve", description = "End after printing; do not serve.")
  private boolean noServe;

  @Mixin private ResultFormat format;

  @Mixin private ModelChoice model;

  @Mixin private ListenOptions listen;

  @Mixin private ServiceOptions service;

  @Spec private CommandSpec spec;

  private final Console console;
  private final StopSignal signal;

  DemoCommand(Console console, StopSignal signal) {
    this.console = console;
    this.signal = signal;
  }

  static PaperSource sample() {
    return PaperSource.of(SAMPLE, Resources.open(DemoCommand.class, SAMPLE));
  }

  @Override
  public void run() {
    JobTarget target = JobTarget.at(new LuceneStore(directory));
    Models models = Usage.of(spec, () -> model.models(target.spaces()));
    Usage.of(spec, listen::port);
    Usage.of(spec, service::access);
    Usage.of(spec, service::maxAge);
    EmbedOptions run = Usage.of(spec, model::embedOptions).withPatience(Serving.PATIENCE);
    new FirstUse(console).of(models);
    try (LazyEmbedders embedders = new LazyEmbedders(models, run)) {
      index(target, models, embedders);
      try (PaperIndex index = new LuceneStore(directory).open(PaperIndex.Check.NEWEST)) {
        Recommender recommender = new Recommender(index, embedders, embedders::know);
        print(recommender);
        if (!noServe) {
          Path report = directory.resolveSibling(directory.getFileName() + "-report");
          new Serving(console, signal, listen, service)
              .serve(
                  index,
                  embedders,
                  new DemoReport(console, signal, report).map(index, recommender, model.threads()));
        }
      }
    }
  }

  private void index(JobTarget target, Models models, LazyEmbedders embedders) {
    try (JobReport report = new JobReport(console, false, null)) {
      IndexJob job = new IndexJob(target, models, embedders, JobOptions.DEFAULT, report);
      JobSummary done =
          new RunningJob(console, signal).run(job, making -> making.run(List.of(sample())));
      report.clear();
      if (done.indexed() + done.updated() > 0) {
        console.err().println(SummaryText.of(done, List.of(), directory.toString()));
        console.err().println();
      }
    }
  }

  private void print(Recommender recommender) {
    long start = System.nanoTime();
    Answer answer =
        recommender.recommend(
            Query.of(new Example.LikePaper(SHOWN)), RecommendOptions.DEFAULT.withLimit(5));
    if (format.isJson()) {
      console.out().println(AnswerJson.of(answer, PaperFields.ALL));
      return;
    }
    new AnswerTable(console).print(answer, Duration.ofNanos(System.nanoTime() - start));
    console.out().println();
    console.out().println("Try next:");
    String akin = System.getProperty("akin.command", "./akin");
    for (String example :
        List.of(
            "related lamport-1978-clocks",
            "search \"how users point at things on a screen\"",
            "related --text \"Errors in qubits are corrected by measuring stabilizers\"")) {
      console.out().println("  " + akin + " " + example + " --index " + directory);
    }
  }
}
