package dev.akin.cli;

import dev.akin.base.AkinException;
import dev.akin.base.Printable;
import dev.akin.cli.help.EndsWith;
import dev.akin.cli.help.ExitCode;
import dev.akin.cli.option.DigestOptions;
import dev.akin.cli.option.DigestOutput;
import dev.akin.cli.option.IndexLocation;
import dev.akin.cli.option.ModelChoice;
import dev.akin.cli.option.Usage;
import dev.akin.cli.output.Console;
import dev.akin.cli.run.LazyEmbedders;
import dev.akin.cli.run.LibraryFiles;
import dev.akin.cli.run.QueryRunner;
import dev.akin.digest.Destination;
import dev.akin.digest.DigestRun;
import dev.akin.digest.list.Digest;
import dev.akin.digest.list.DigestRequest;
import dev.akin.digest.list.DigestWindow;
import dev.akin.digest.list.NewPapers;
import dev.akin.digest.page.DigestLook;
import dev.akin.digest.state.DigestState;
import dev.akin.digest.state.StateFile;
import dev.akin.embed.model.EmbedOptions;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.recommend.LibraryRecommender;
import dev.akin.recommend.Recommender;
import dev.akin.recommend.SearchBox;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `akin digest`
@Command(
    name = "digest",
    header = "List what is new for a library, searches and authors; as a mail, too.",
    description = {
      "Lists the new papers for a library of references, for searches and for authors. The digest is"
          + " text, HTML, Markdown, JSON or a mail. If nothing is new, nothing is written or sent.",
      "With --state, each paper is listed once, in whichever version, whatever fails: a paper"
          + " counts as given from just before its digest is sent. If akin is stopped then, or the"
          + " connection ends before the server's answer, nobody knows whether the digest has"
          + " arrived. The next run says so; --resend gives the same digest again, in the same"
          + " message. If the server refuses the mail, or a disk is full, the next digest has the"
          + " papers.",
      "The state names papers and days, and no recipients. Without --state, the digest is printed"
          + " or written, and not remembered.",
      "A mail's sender and recipients are --mail-from and --mail-to, because --from and --to are"
          + " dates in other commands."
    },
    footer = {
      "akin digest --like library.bib --author vaswani --index my-index",
      "akin digest --search parsing --state seen.json --out 'parsing-{date}.html'"
    })
@EndsWith({
  ExitCode.OUT_OF_MEMORY,
  ExitCode.BAD_INPUT,
  ExitCode.NO_INPUT,
  ExitCode.UNAVAILABLE,
  ExitCode.IO,
  ExitCode.TRY_LATER,
  ExitCode.CONFIGURATION
})
final class DigestCommand implements Runnable {
  private static final Clock CLOCK = Clock.system(ZoneId.systemDefault());

  @Spec private CommandSpec spec;

  @Mixin private DigestOptions options;

  @Mixin private DigestOutput output;

  @Mixin private IndexLocation index;

  @Mixin private ModelChoice model;

  private final Console console;

  DigestCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    List<Destination> destinations = Usage.of(spec, () -> output.destinations(this::print));
    DigestLook look = Usage.of(spec, output::look);
    EmbedOptions embedding = Usage.of(spec, model::embedOptions);
    if (!output.isResend()) {
      Usage.of(spec, options::requireAny);
    }
    try (StateFile file = output.state() == null ? null : StateFile.open(output.state())) {
      DigestRun run =
          new DigestRun(
              file,
              destinations,
              new DigestRun.Reader(look, output::newMessageId, this::note),
              CLOCK);
      if (output.isResend()) {
        int digests = run.resend();
        say(
            digests == 0
                ? "nothing is to be given again"
                : Printable.count(digests, "digest") + " given again");
      } else {
        give(run, embedding);
      }
    }
  }

  private void print(String digest) {
    console.out().print(digest);
    console.out().flush();
    if (console.out().checkError()) {
      throw new AkinException(
          AkinException.Kind.IO, "standard output cannot be written; nothing was given");
    }
  }

  private void note(String sentence) {
    console.err().println("akin: " + sentence);
  }

  private void say(String sentence) {
    if (!output.isQuiet()) {
      note(sentence);
    }
  }

  private void give(DigestRun run, EmbedOptions embedding) {
    LibraryFiles library =
        Usage.of(spec, () -> LibraryFiles.read(options.libraries(), System.in, console));
    DigestRequest request =
        Usage.of(spec, () -> options.request(library.entries(), output.isCatchUp()));
    try (PaperIndex opened = index.store().open(PaperIndex.Check.NOTHING);
        LazyEmbedders embedders =
            new LazyEmbedders(() -> QueryRunner.modelsOf(opened, model), embedding);
        IndexSnapshot snapshot = opened.snapshot()) {
      SearchBox box = new SearchBox(new Recommender(opened, embedders, embedders::know));
      LibraryRecommender libraries = new LibraryRecommender(opened, embedders, embedders::know);
      Function<DigestState, Digest> find =
          given ->
              new NewPapers(snapshot, box, libraries, request, given.papers())
                  .in(window(given), LocalDate.now(CLOCK));
      if (output.isCatchUp()) {
        say(Printable.count(run.catchUp(find), "paper") + " counted as given");
        return;
      }
      Digest digest = output.isDryRun() ? run.preview(find) : run.give(find);
      say(
          digest.isEmpty()
              ? "nothing is new"
              : Printable.count(digest.papers().size(), "new paper"));
    }
  }

  private DigestWindow window(DigestState given) {
    return DigestWindow.of(options.since(), LocalDate.now(CLOCK), given.last(), given.open());
  }
}
