package dev.akin.cli.run;

import dev.akin.base.AkinException;
import dev.akin.base.ScratchFolder;
import dev.akin.cli.option.ModelChoice;
import dev.akin.cli.output.Console;
import dev.akin.cli.output.JobReport;
import dev.akin.cli.output.SummaryText;
import dev.akin.embed.model.EmbedOptions;
import dev.akin.embed.model.Models;
import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.IndexException;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.job.IndexJob;
import dev.akin.job.JobOptions;
import dev.akin.job.JobTarget;
import dev.akin.job.progress.JobSummary;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.read.PaperReader;
import dev.akin.read.PaperSource;
import dev.akin.read.ReadOptions;
import dev.akin.recommend.Recommender;
import dev.akin.write.json.PaperJson;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An index of the papers of a test collection, open; with the model's embedders, for texts.
///
/// @param index of the papers
/// @param embedders of its models
///
/// @hidden public for its own room only
public record EvaluationIndex(PaperIndex index, LazyEmbedders embedders) implements AutoCloseable {
  /// What an index is made with.
  ///
  /// @param model which models
  /// @param options how it is run
  /// @param job runs the job
  /// @param quiet whether no progress is shown
  public record Making(ModelChoice model, EmbedOptions options, RunningJob job, boolean quiet) {}

  /// An index that is there already.
  public static EvaluationIndex open(Path directory, Making making) {
    PaperIndex index = new LuceneStore(directory).open(PaperIndex.Check.FILES);
    return new EvaluationIndex(
        index,
        new LazyEmbedders(() -> QueryRunner.modelsOf(index, making.model()), making.options()));
  }

  /// Brings the index in `directory` up to date with a file of papers, and opens it.
  public static EvaluationIndex make(Path papers, Path directory, Making making) {
    Console console = making.job().console();
    JobTarget target = JobTarget.at(new LuceneStore(directory));
    Models models = making.model().models(target.spaces());
    try (LazyEmbedders embedders = new LazyEmbedders(models, making.options());
        JobReport report = new JobReport(console, making.quiet(), null)) {
      IndexJob job = new IndexJob(target, models, embedders, JobOptions.DEFAULT, report);
      JobSummary done = making.job().run(job, run -> run.run(List.of(PaperSource.of(papers))));
      report.clear();
      if (!report.failures().isEmpty()) {
        throw report.failures().getFirst();
      }
      if (!making.quiet()) {
        console.err().println(SummaryText.of(done, List.of(), directory.toString()));
      }
    }
    return open(directory, making);
  }

  /// Looks whether there is an index in `directory` that holds other papers, too.
  ///
  /// @throws IllegalArgumentException if so: they would be ranked
  public static void refuseOtherPapers(Path papers, Path directory) {
    try (PaperIndex index = new LuceneStore(directory).open(PaperIndex.Check.NOTHING);
        IndexSnapshot snapshot = index.snapshot()) {
      Set<PaperId> known = idsOf(papers);
      snapshot.scan(
          paper -> {
            if (!known.contains(snapshot.id(paper))) {
              throw new IllegalArgumentException(
                  "%s: this index also holds papers that are not in %s, such as %s. They would be ranked as well: give another --index"
                      .formatted(directory, papers, snapshot.id(paper)));
            }
          });
    } catch (IndexException e) {
      if (e.kind() != AkinException.Kind.MISSING) {
        throw e;
      }
    }
  }

  private static Set<PaperId> idsOf(Path papers) {
    Set<PaperId> ids = new HashSet<>();
    // The job names the skipped records.
    try (PaperReader reader =
        PaperReader.open(PaperSource.of(papers), ReadOptions.DEFAULT, _ -> {})) {
      for (Paper paper = reader.next(); paper != null; paper = reader.next()) {
        ids.add(paper.id());
      }
    }
    return ids;
  }

  public Recommender recommender() {
    return new Recommender(index, embedders, embedders::know);
  }

  @Override
  public void close() {
    index.close();
    embedders.close();
  }

  /// A folder for an index: the one that is given, or a temporary one that is deleted in the end.
  ///
  /// @param directory where the index is
  /// @param temporary where other files are, deleted in the end
  public record Place(Path directory, ScratchFolder temporary) implements AutoCloseable {
    public static Place of(@Nullable Path asked) {
      try {
        ScratchFolder temporary =
            ScratchFolder.in(Path.of(System.getProperty("java.io.tmpdir")), "akin-evaluate-");
        return new Place(asked == null ? temporary.path().resolve("index") : asked, temporary);
      } catch (IOException e) {
        throw new UncheckedIOException(
            "no temporary folder can be made; give a folder with --index", e);
      }
    }

    /// A copy of a file of papers in which they have no abstracts.
    public Path titlesOf(Path papers) {
      Path copy = temporary.path().resolve("titles.jsonl");
      try (PaperReader reader =
              PaperReader.open(PaperSource.of(papers), ReadOptions.DEFAULT, _ -> {});
          BufferedWriter out = Files.newBufferedWriter(copy)) {
        for (Paper paper = reader.next(); paper != null; paper = reader.next()) {
          out.write(PaperJson.of(paper).put("abstract", "") + "\n");
        }
        return copy;
      } catch (IOException e) {
        throw new UncheckedIOException(copy + ": cannot be written", e);
      }
    }

    @Override
    public void close() {
      try {
        temporary.close();
      } catch (IOException e) {
        throw new UncheckedIOException(temporary.path() + ": cannot be deleted", e);
      }
    }
  }
}
