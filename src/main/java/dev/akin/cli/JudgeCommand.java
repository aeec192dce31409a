package dev.akin.cli;

import dev.akin.base.AkinException;
import dev.akin.base.NewFile;
import dev.akin.base.Printable;
import dev.akin.cli.help.EndsWith;
import dev.akin.cli.help.ExitCode;
import dev.akin.cli.help.Versions;
import dev.akin.cli.option.IndexLocation;
import dev.akin.cli.option.ModelChoice;
import dev.akin.cli.option.ResultFormat;
import dev.akin.cli.option.Usage;
import dev.akin.cli.output.Console;
import dev.akin.cli.run.LazyEmbedders;
import dev.akin.cli.run.QueryRunner;
import dev.akin.embed.model.EmbedOptions;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.read.IdList;
import dev.akin.recommend.Recommender;
import dev.akin.recommend.query.Resolver;
import dev.akin.report.judge.GivenLists;
import dev.akin.report.judge.LexicalLists;
import dev.akin.report.judge.ListComparison;
import dev.akin.report.judge.OtherLists;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `akin judge`
@Command(
    name = "judge",
    header = "Judge akin's related papers beside those of another system.",
    description = {
      "Makes a page on which you compare, paper by paper, the first five related papers of akin with"
          + " those of another system: BM25 of the same index, or lists of your own, such as those"
          + " of more_like_this. It does not show which list is whose until the end, and takes one"
          + " key for each paper.",
      "The page is one file for any browser, without akin and without a network. The browser keeps"
          + " the judgments, the page saves them as judgments.csv, and ends in a result with its"
          + " interval. Papers for which both lists are the same are counted, not shown."
    },
    footer = {
      "akin judge --index my-index --out judge.html",
      "akin judge --against other.csv --ids papers.txt --out judge.html"
    })
@EndsWith({
  ExitCode.OUT_OF_MEMORY,
  ExitCode.BAD_INPUT,
  ExitCode.NO_INPUT,
  ExitCode.UNAVAILABLE,
  ExitCode.EXISTS,
  ExitCode.IO,
  ExitCode.TRY_LATER,
  ExitCode.CONFIGURATION
})
final class JudgeCommand implements Runnable {
  private static final String BM25 = "bm25";
  private static final int MAX_PAPERS = 1000;

  @Option(names = "--out", paramLabel = "FILE", required = true, description = "Page to make.")
  private Path out;

  @Option(names = "--force", description = "Replace an earlier page.")
  private boolean force;

  @Option(
      names = "--against",
      paramLabel = "bm25|FILE",
      defaultValue = BM25,
      description =
          "What to compare with: bm25, or a file of lists. CSV has the id of a paper and the ids of"
              + " its related papers, best first, in a row or in several; JSON lines have id and"
              + " related, or are the related.jsonl of akin related --all. Default: bm25.")
  private String against;

  @Option(
      names = "--sample",
      paramLabel = "N",
      defaultValue = "50",
      description = "Compare the lists of N random papers, 1 to 1,000. Default: 50.")
  private int sample;

  @Option(
      names = "--ids",
      paramLabel = "FILE",
      description = "Compare the lists of these papers instead. The file has an id on each line.")
  private @Nullable Path ids;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Seed of the random choice of papers, of their order and the sides. Default: 1.")
  private long seed;

  @Mixin private ResultFormat format;

  @Mixin private IndexLocation index;

  @Mixin private ModelChoice model;

  @Spec private CommandSpec spec;

  private final Console console;

  JudgeCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    int wanted = Usage.of(spec, this::checkedSample);
    EmbedOptions run = Usage.of(spec, model::embedOptions);
    if (!force && Files.exists(out)) {
      throw new AkinException(
          AkinException.Kind.EXISTS, out + " exists already; choose another file, or add --force");
    }
    GivenLists given = against.equals(BM25) ? null : GivenLists.read(Path.of(against));
    try (PaperIndex opened = index.store().open(PaperIndex.Check.NOTHING);
        IndexSnapshot snapshot = opened.snapshot();
        LazyEmbedders embedders =
            new LazyEmbedders(() -> QueryRunner.modelsOf(opened, model), run)) {
      Recommender recommender = new Recommender(opened, embedders, embedders::know);
      ListComparison comparison =
          new ListComparison(snapshot, recommender, other(given, recommender), seed);
      List<Integer> papers = ids == null ? comparison.draw(wanted) : numbers(snapshot, ids);
      ListComparison.Made made = comparison.compare(papers, new Versions().akin());
      write(made.html());
      print(made, given == null ? Set.of() : given.unknown());
    }
  }

  private static OtherLists other(@Nullable GivenLists given, Recommender recommender) {
    return given == null ? new LexicalLists(recommender) : given;
  }

  private int checkedSample() {
    if (sample < 1 || sample > MAX_PAPERS) {
      throw new IllegalArgumentException(
          "--sample must be within 1..%,d, not %,d".formatted(MAX_PAPERS, sample));
    }
    return sample;
  }

  private static List<Integer> numbers(IndexSnapshot snapshot, Path file) {
    return IdList.read(file).stream().map(name -> Resolver.number(snapshot, name)).toList();
  }

  private void write(String html) {
    String name = String.valueOf(out.getFileName());
    try (NewFile made =
        NewFile.at(
            out, name, NewFile.Visibility.BY_DEFAULT, html.getBytes(StandardCharsets.UTF_8))) {
      made.put();
    }
  }

  /// @param unknown ids of the other lists that the index does not have
  private void print(ListComparison.Made made, Set<String> unknown) {
    if (format.isJson()) {
      ObjectNode node =
          JsonNodeFactory.instance
              .objectNode()
              .put("page", out.toString())
              .put("papers", made.papers())
              .put("toJudge", made.papers() - made.identical())
              .put("identical", made.identical())
              .put("withoutList", made.without());
      unknown.stream().sorted().forEach(node.putArray("unknown")::add);
      console.out().println(node);
      return;
    }
    console
        .out()
        .printf(
            "%s · %s to judge · %s with the same lists%n",
            Printable.count(made.papers(), "paper"),
            Printable.count(made.papers() - made.identical()),
            Printable.count(made.identical()));
    if (made.without() > 0) {
      console
          .out()
          .printf("%s without a list in %s%n", Printable.count(made.without(), "paper"), against);
    }
    if (!unknown.isEmpty()) {
      console
          .out()
          .printf(
              "%s of %s not in the index, left out of its lists: %s%n",
              Printable.count(unknown.size(), "paper"),
              against,
              Printable.of(String.join(", ", unknown.stream().sorted().toList())));
    }
    console.out().println(console.bold("open " + out));
  }
}
