package dev.akin.spark;

import dev.akin.base.AkinException;
import dev.akin.cli.output.EmbedText;
import dev.akin.embed.model.ModelFolder;
import dev.akin.embed.model.ModelStore;
import dev.akin.embed.model.Precision;
import dev.akin.exchange.Shard;
import dev.akin.exchange.VectorOrigin;
import dev.akin.job.progress.EmbedSummary;
import dev.akin.read.PaperFormat;
import dev.akin.read.PaperSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import scala.Tuple2;

/// `akin-spark`: embeds papers on the machines of a Spark cluster into the files of `akin embed`.
///
/// The readers run on the partitions of the list of files. The texts travel once, to the partition
/// of their shard, and are sorted there into the order of the input; then each shard is what `akin
/// embed --shard` makes of it.
@Command(
    name = "scripts/spark",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    usageHelpWidth = 100,
    description = {
      "Embeds papers on the machines of a Spark cluster, into the files of akin embed.",
      "The input and --out must be on a disk that all machines see under the same path. After a"
          + " stop the same command goes on: shards that are there are not embedded again."
    })
public final class SparkEmbed implements Callable<Integer> {
  @Parameters(paramLabel = "INPUT", arity = "1..*", description = "Files or folders.")
  private List<String> inputs = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Folder for the files.")
  private Path out;

  @Option(
      names = "--shards",
      paramLabel = "N",
      description = "How many shards. Default: three for each core of the cluster.")
  private @Nullable Integer shards;

  @Option(
      names = "--input-format",
      paramLabel = "NAME",
      description = "As for akin embed. Default: by content.")
  private @Nullable String format;

  @Option(
      names = "--model",
      paramLabel = "NAME",
      defaultValue = ModelStore.DEFAULT_MODEL,
      description = "Name of a model, or path of its folder. Default: ${DEFAULT-VALUE}.")
  private String model;

  @Option(
      names = "--models",
      paramLabel = "DIR",
      description = "Folder of the models. Default: models, next to the command akin.")
  private @Nullable Path models;

  @Option(
      names = "--precision",
      paramLabel = "fp32|balanced|fast",
      defaultValue = "fp32",
      description = "As for akin embed. Default: fp32.")
  private Precision precision;

  @Option(
      names = "--format",
      paramLabel = "table|json",
      defaultValue = "table",
      description = "Print the summary for people or as JSON. Default: table.")
  private String summary;

  private final PrintStream results = System.out;

  private SparkEmbed() {}

  /// Runs the job and ends the process: 0 done, 1 failed, 2 wrong arguments.
  public static void main(String[] arguments) {
    Locale.setDefault(Locale.ROOT);
    CommandLine line = new CommandLine(new SparkEmbed());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          System.err.println("akin: " + AkinException.reason(failure));
          return 1;
        });
    System.exit(line.execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    Path home = Path.of(System.getProperty("akin.home", ""));
    ModelFolder folder =
        new ModelStore(models == null ? home.resolve("models") : models)
            .find(model)
            .withPrecision(precision);
    folder.verify();
    List<Tuple2<String, Integer>> files = files();
    long start = System.nanoTime();
    try (JavaSparkContext spark = new JavaSparkContext(new SparkConf().setAppName("akin embed"))) {
      for (Path file : modelFiles(folder.path())) {
        spark.addFile(file.toString());
      }
      int count = shards == null ? 3 * spark.defaultParallelism() : shards;
      ShardTask task =
          new ShardTask(
              new ExecutorModel(precision),
              format == null ? null : PaperFormat.byName(format),
              out.toAbsolutePath().toString(),
              count);
      JavaPairRDD<ShardPlace, ShardRecord> records =
          spark
              .parallelize(files, files.size())
              .flatMapToPair(task::read)
              .repartitionAndSortWithinPartitions(
                  new ShardPlace.ByShard(count), new ShardPlace.InputOrder());
      List<ShardResult> done = records.mapPartitions(task::embed).collect();
      print(done, VectorOrigin.of(folder.space()), Duration.ofNanos(System.nanoTime() - start));
      return 0;
    }
  }

  private List<Tuple2<String, Integer>> files() {
    List<Tuple2<String, Integer>> files = new ArrayList<>();
    for (PaperSource source : PaperSource.expand(inputs, InputStream.nullInputStream())) {
      files.add(new Tuple2<>(Path.of(source.name()).toAbsolutePath().toString(), files.size()));
    }
    return files;
  }

  private static List<Path> modelFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).map(Path::toAbsolutePath).sorted().toList();
    }
  }

  private void print(List<ShardResult> shardsDone, VectorOrigin origin, Duration elapsed) {
    shardsDone.forEach(shard -> shard.problems().forEach(System.err::println));
    EmbedSummary done = ShardResult.sum(shardsDone, elapsed);
    results.println(
        summary.equals("json")
            ? EmbedText.json(done, Shard.ALL, origin)
            : EmbedText.of(done, Shard.ALL, origin, out));
  }
}
