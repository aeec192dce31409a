package dev.akin.cli;

import dev.akin.cli.help.EndsWith;
import dev.akin.cli.help.ExitCode;
import dev.akin.cli.option.ModelChoice;
import dev.akin.cli.option.ResultFormat;
import dev.akin.cli.option.Usage;
import dev.akin.cli.output.Console;
import dev.akin.cli.process.StopSignal;
import dev.akin.cli.run.EvaluationIndex;
import dev.akin.cli.run.RunningJob;
import dev.akin.evaluate.AspectChoice;
import dev.akin.evaluate.Bootstrap;
import dev.akin.evaluate.Evaluation;
import dev.akin.evaluate.Evaluator;
import dev.akin.evaluate.KnownItems;
import dev.akin.evaluate.KnownPersons;
import dev.akin.evaluate.LabeledTopics;
import dev.akin.evaluate.Report;
import dev.akin.evaluate.ReportJson;
import dev.akin.evaluate.ReportTable;
import dev.akin.evaluate.Run;
import dev.akin.evaluate.RunFile;
import dev.akin.evaluate.Task;
import dev.akin.evaluate.TaskResult;
import dev.akin.evaluate.TestCollection;
import dev.akin.evaluate.TopicAccuracy;
import dev.akin.recommend.query.Mode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `akin evaluate`
@Command(
    name = "evaluate",
    header = "Measure how good the recommendations are.",
    description = {
      "Measures how good the recommendations are, with a test collection: papers, queries, and"
          + " judgments of people on which papers answer them.",
      "A collection is a folder with papers.jsonl (or .gz), and queries.jsonl with qrels.txt in the"
          + " form of TREC. With pools.jsonl exactly these candidates are ranked; without it the"
          + " whole corpus is searched. phrases.jsonl with qrels-phrases.txt adds queries in free"
          + " text.",
      "Pools are measured as CSFCube does it (map, relevant from grade 2; ndcg%%20), searches by"
          + " ndcg@10, recall@10, recall@100, map and mrr of the first 200 papers. The search is"
          + " exact, so the same figures can be measured again. The bundled models have seen"
          + " citation pairs of scientific papers in training: say so when you publish figures."
    },
    footer = {
      "akin evaluate data/csfcube-dev",
      "akin evaluate akin-index --topics data/acl-topics.tsv --known-items 1000"
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
final class EvaluateCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "DIR",
      description =
          "Folder of the collection. With --topics, --known-items or --known-persons also an index"
              + " or a file of papers.")
  private Path location;

  @Option(
      names = "--system",
      paramLabel = "MODE",
      description = "lexical, semantic or hybrid; repeatable. Default: all three; with --run none.")
  private List<Mode> systems = List.of();

  @Option(
      names = "--run",
      paramLabel = "FILE",
      description = "Measure this ranking, in the form of TREC; needs no model; repeatable.")
  private List<Path> runs = List.of();

  @Option(
      names = "--topics",
      paramLabel = "FILE",
      description =
          "Measure how often the ten nearest papers have the topic of a paper. FILE has ids and"
              + " topics, separated by a tab.")
  private @Nullable Path topics;

  @Option(
      names = "--known-items",
      paramLabel = "N",
      description =
          "Measure how often a paper is found first by its title without two random words, for N"
              + " papers with a unique title (see --seed).")
  private @Nullable Integer knownItems;

  @Option(
      names = "--known-persons",
      paramLabel = "N",
      description =
          "Measure how many of the first five papers are those of a person whose name is typed, for"
              + " N authors with at least three papers, in four spellings (see --seed).")
  private @Nullable Integer knownPersons;

  @Option(
      names = "--aspects",
      description =
          "Measure also what is gained if queries name their aspect. Each query of the collection"
              + " needs a facet: problem (or background), method or result.")
  private boolean aspects;

  @Option(
      names = "--titles-only",
      description =
          "Hide the abstracts of papers and queries, to measure how good akin is with titles alone."
              + " Needs its own --index.")
  private boolean titlesOnly;

  @Option(
      names = "--write-runs",
      paramLabel = "DIR",
      description = "Write the ranking of each system to this folder, in the form of TREC.")
  private @Nullable Path writeRuns;

  @Option(
      names = {"--index", "--collection-index"},
      paramLabel = "DIR",
      description =
          "Keep the index of the collection here, so that the next run need not embed. Its"
              + " environment variable is $$AKIN_COLLECTION_INDEX. Default: a temporary folder.")
  private @Nullable Path index;

  @Option(
      names = "--against",
      paramLabel = "DIR",
      description =
          "Measure another index of the same papers, too, such as one made with another model;"
              + " repeatable. Its figures are named after its folder, and compared with those of the"
              + " same system in the other indexes.")
  private List<Path> others = List.of();

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of the bootstrap, of --known-items and of --known-persons. Default: 1.")
  private long seed;

  @Mixin private ResultFormat format;

  @Option(names = "--quiet", description = "Show no progress.")
  private boolean quiet;

  @Mixin private ModelChoice model;

  private final Console console;
  private final StopSignal signal;

  EvaluateCommand(Console console, StopSignal signal) {
    this.console = console;
    this.signal = signal;
  }

  @Override
  public void run() {
    List<Mode> modes = modes();
    TestCollection collection =
        titlesOnly ? TestCollection.readTitlesOnly(location) : TestCollection.read(location);
    if (topics == null && knownItems == null && knownPersons == null) {
      collection.requireTasks(location);
    }
    List<Run> given = given(collection);
    Bootstrap bootstrap = new Bootstrap(seed, Bootstrap.DEFAULT.resamples());
    List<TaskResult> results =
        modes.isEmpty() ? measure(collection, given) : measure(collection, given, modes);
    if (signal.isStopping()) {
      return; // the index may hold half of the papers
    }
    Report report = new Report(collection.name(), bootstrap, results);
    if (format.isJson()) {
      console.out().println(ReportJson.of(report));
    } else {
      ReportTable.of(report).forEach(console.out()::println);
    }
  }

  private List<Run> given(TestCollection collection) {
    List<Run> read = new ArrayList<>();
    for (Path file : runs) {
      Run run = RunFile.read(file);
      collection.requireAnswers(run, file);
      read.add(run);
    }
    return read;
  }

  private List<Mode> modes() {
    if (systems.isEmpty() && runs.isEmpty()) {
      return List.of(Mode.LEXICAL, Mode.SEMANTIC, Mode.HYBRID);
    }
    if (systems.isEmpty()
        && (topics != null
            || knownItems != null
            || knownPersons != null
            || writeRuns != null
            || !others.isEmpty())) {
      throw usage(
          "--topics, --known-items, --known-persons, --against and --write-runs measure systems: with --run, name"
              + " them with --system");
    }
    return systems;
  }

  private CommandLine.ParameterException usage(String message) {
    return new CommandLine.ParameterException(spec.commandLine(), message);
  }

  private static List<TaskResult> measure(TestCollection collection, List<Run> given) {
    return collection.tasks().stream()
        .filter(task -> given.stream().anyMatch(run -> run.answers(task)))
        .map(task -> Evaluation.of(task, answering(task, given), List.of()))
        .toList();
  }

  private static List<Run> answering(Task task, List<Run> runs) {
    return runs.stream().filter(run -> run.answers(task)).toList();
  }

  private List<TaskResult> measure(TestCollection collection, List<Run> given, List<Mode> modes) {
    LabeledTopics labels = topics == null ? null : LabeledTopics.read(topics);
    try (EvaluationIndex.Place place = EvaluationIndex.Place.of(index);
        Indexes opened = new Indexes()) {
      opened.add(open(collection, place), "");
      for (Path other : others) {
        opened.add(EvaluationIndex.open(other, making()), label(other));
      }
      List<TaskResult> results = new ArrayList<>();
      for (Task task : tasks(collection, opened.first())) {
        List<Run> all = new ArrayList<>(answering(task, given));
        List<String> notes = new ArrayList<>();
        for (Evaluator evaluator : opened.evaluators()) {
          modes.forEach(mode -> all.addAll(runs(evaluator, task, mode)));
          notes.addAll(evaluator.notes(task));
        }
        results.add(Evaluation.of(task, all, notes));
      }
      if (labels != null && topics != null) {
        say("comparing the papers with a topic …");
        results.add(new TopicAccuracy(opened.evaluators(), labels).measure(modes, topics));
      }
      return results;
    }
  }

  /// The name of an index's folder; its whole path if another one has the same name.
  private String label(Path index) {
    Path path = index.toAbsolutePath().normalize();
    boolean isAlone =
        path.getFileName() != null
            && others.stream()
                    .map(other -> other.toAbsolutePath().normalize().getFileName())
                    .filter(path.getFileName()::equals)
                    .count()
                == 1;
    return isAlone ? path.getFileName().toString() : path.toString();
  }

  /// The indexes that are measured, the first without a label.
  private static final class Indexes implements AutoCloseable {
    private final List<EvaluationIndex> all = new ArrayList<>();
    private final List<Evaluator> evaluators = new ArrayList<>();

    void add(EvaluationIndex index, String label) {
      all.add(index);
      evaluators.add(new Evaluator(index.index(), index.recommender(), label));
    }

    EvaluationIndex first() {
      return all.getFirst();
    }

    List<Evaluator> evaluators() {
      return evaluators;
    }

    @Override
    public void close() {
      all.forEach(EvaluationIndex::close);
    }
  }

  private List<Task> tasks(TestCollection collection, EvaluationIndex opened) {
    List<Task> tasks = new ArrayList<>();
    collection.tasks().forEach(task -> tasks.addAll(aspects ? task.withAspects() : List.of(task)));
    if (knownItems != null) {
      tasks.add(KnownItems.of(opened.index(), knownItems, seed, location));
    }
    if (knownPersons != null) {
      tasks.addAll(KnownPersons.of(opened.index(), knownPersons, seed, location));
    }
    return tasks;
  }

  private EvaluationIndex open(TestCollection collection, EvaluationIndex.Place place) {
    EvaluationIndex.Making making = making();
    if (collection.tasks().isEmpty() && collection.papers() == null) {
      return EvaluationIndex.open(location, making);
    }
    Path papers = collection.requirePapers(location);
    try {
      EvaluationIndex.refuseOtherPapers(papers, place.directory());
    } catch (IllegalArgumentException e) {
      throw usage(String.valueOf(e.getMessage()));
    }
    return EvaluationIndex.make(
        titlesOnly ? place.titlesOf(papers) : papers, place.directory(), making);
  }

  private EvaluationIndex.Making making() {
    return new EvaluationIndex.Making(
        model, Usage.of(spec, model::embedOptions), new RunningJob(console, signal), quiet);
  }

  private List<Run> runs(Evaluator evaluator, Task task, Mode mode) {
    List<AspectChoice> choices =
        aspects && mode != Mode.LEXICAL ? task.aspectChoices() : List.of(AspectChoice.NONE);
    return choices.stream().map(choice -> run(evaluator, task, mode, choice)).toList();
  }

  private Run run(Evaluator evaluator, Task task, Mode mode, AspectChoice choice) {
    String other = evaluator.label().isEmpty() ? "" : "-" + evaluator.label();
    String aspect = choice.label().replaceAll("[, ]+", "-");
    String name = task.name() + "-" + mode.label() + aspect + other;
    say(name + ": " + task.description());
    Run run = evaluator.run(task, mode, choice);
    if (writeRuns != null) {
      RunFile.write(run, writeRuns.resolve(name + ".run"));
    }
    return run;
  }

  private void say(String what) {
    if (!quiet) {
      console.err().println("akin: " + what);
    }
  }
}
