package dev.akin.cli;

import dev.akin.base.AkinException;
import dev.akin.base.Deadline;
import dev.akin.cli.help.EndsWith;
import dev.akin.cli.help.ExitCode;
import dev.akin.cli.help.Versions;
import dev.akin.cli.option.IndexLocation;
import dev.akin.cli.option.ModelChoice;
import dev.akin.cli.option.Usage;
import dev.akin.cli.run.LazyEmbedders;
import dev.akin.cli.run.QueryRunner;
import dev.akin.embed.model.EmbedOptions;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.recommend.Recommender;
import dev.akin.serve.mcp.McpAnswers;
import dev.akin.serve.mcp.McpEndpoint;
import dev.akin.serve.mcp.McpStdio;
import dev.akin.serve.monitor.CommitWatcher;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `akin mcp`
@Command(
    name = "mcp",
    header = "Let a language-model agent ask an index.",
    description = {
      "Answers an agent by the Model Context Protocol, over standard input and output. The agent's"
          + " program starts it; it is not for people. It has the tools search, related, paper and"
          + " library, and only reads. It follows new versions of the index, and ends when its"
          + " input ends.",
      "For Claude Code: claude mcp add papers -- akin mcp --index /srv/papers. akin serve --mcp does"
          + " the same over HTTP, at /mcp."
    },
    footer = {"akin mcp --index /srv/papers"})
@EndsWith({
  ExitCode.OUT_OF_MEMORY,
  ExitCode.NO_INPUT,
  ExitCode.UNAVAILABLE,
  ExitCode.IO,
  ExitCode.CONFIGURATION
})
final class McpCommand implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(McpCommand.class);
  private static final Duration REFRESH = Duration.ofSeconds(2);

  @Mixin private IndexLocation index;

  @Mixin private ModelChoice model;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    EmbedOptions run = Usage.of(spec, model::embedOptions);
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    // Nothing but messages may be there, whatever a library prints.
    System.setOut(System.err);
    try (PaperIndex opened = index.store().open(PaperIndex.Check.NEWEST);
        LazyEmbedders embedders = new LazyEmbedders(QueryRunner.modelsOf(opened, model), run);
        CommitWatcher watcher = new CommitWatcher(opened, REFRESH)) {
      watcher.start();
      Recommender recommender = new Recommender(opened, embedders, embedders::know);
      McpStdio.serve(
          McpEndpoint.of(new Unlimited(opened, recommender), new Versions().build()),
          System.in,
          out);
    }
  }

  /// Computes answers for one user, who may wait.
  private record Unlimited(PaperIndex index, Recommender recommender) implements McpAnswers {
    @Override
    public <T> T compute(BiFunction<Recommender, IndexSnapshot, T> answer) {
      try (IndexSnapshot snapshot = index.snapshot()) {
        return answer.apply(recommender, snapshot);
      }
    }

    @Override
    public <L, T> T compute(
        Function<Deadline, L> read, Function<L, BiFunction<Recommender, IndexSnapshot, T>> answer) {
      return compute(answer.apply(read.apply(Deadline.NEVER)));
    }

    @Override
    public String failed(RuntimeException failure) {
      LOG.error("A tool failed.", failure);
      return AkinException.reason(failure);
    }
  }
}
