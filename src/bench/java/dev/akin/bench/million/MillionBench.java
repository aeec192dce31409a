package dev.akin.bench.million;

import dev.akin.Temporary;
import dev.akin.embed.model.ModelStore;
import dev.akin.embed.model.Models;
import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.Filter;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.index.store.RecallAtTen;
import dev.akin.recommend.query.Mode;
import dev.akin.vector.Space;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One stage of `scripts/bench million`, as a process of its own. Prints rows of a Markdown table:
/// what was measured, the figure, the target. Each stage works on what the stages before it have
/// left in the folder; one that was stopped goes on.
///
/// Usage: MillionBench STAGE INDEX FOLDER PAPERS DATA
final class MillionBench {
  private static final int NIGHTS = 50;

  /// Some more, for `open`, `night` and repetitions.
  private static final int MADE_NIGHTS = 60;

  /// Of a million papers 1,000 are new in a night; of fewer, the same share, but at least 20.
  private static final int PAPERS_PER_NEW = 1_000;

  private static final int MIN_NEW = 20;
  private static final int SAMPLE = 10_000;
  private static final int QUERIES = 300;

  private final Path source;
  private final Path folder;
  private final int papers;
  private final Path data;
  private final Nights nights;

  private MillionBench(Path source, Path folder, int papers, Path data) {
    this.source = source;
    this.folder = folder;
    this.papers = papers;
    this.data = data;
    this.nights = new Nights(folder, models(source));
  }

  private static Models models(Path index) {
    Space space = new LuceneStore(index).spaces().getFirst();
    return Models.of(new ModelStore(Path.of("models")).find(space.model()).of(space));
  }

  public static void main(String[] arguments) throws Exception {
    new MillionBench(
            Path.of(arguments[1]),
            Path.of(arguments[2]),
            Integer.parseInt(arguments[3]),
            Path.of(arguments[4]))
        .run(arguments[0]);
  }

  private void run(String stage) throws Exception {
    switch (stage) {
      case "papers" -> papers();
      case "write" -> write();
      case "open" -> open();
      case "answers" -> answers();
      case "night" -> night();
      case "nights" -> nights();
      case "care" -> care();
      case "report" ->
          process(
              "`report`",
              "under 45 min, under 3 GB",
              "report",
              "--out",
              folder.resolve("report").toString(),
              "--force",
              "--quiet");
      default -> throw new IllegalArgumentException("no stage " + stage);
    }
  }

  private static void row(String what, @Nullable String target, String figure) {
    System.out.printf("| %s | %s | %s |%n", what, figure, target == null ? "" : target);
  }

  private void papers() throws IOException {
    long start = System.nanoTime();
    try (PaperIndex index = new LuceneStore(source).open(PaperIndex.Check.NOTHING);
        IndexSnapshot snapshot = index.snapshot()) {
      BaseVectors bases = new BaseVectors(snapshot);
      MadeCorpus corpus = new MadeCorpus(bases, data, papers);
      int few = Math.min(SAMPLE, bases.size());
      NearestCosines ofFew = NearestCosines.real(bases, few);
      NearestCosines ofAll = NearestCosines.real(bases);
      NearestCosines like = NearestCosines.extended(ofFew, few, ofAll, bases.size(), papers);
      row(
          "cosines to the nearest neighbor: quantiles 5, 25, 50, 75, 95",
          "alike",
          "real, of %,d: %s; of %,d: %s; so of %,d: %s; made: %s"
              .formatted(few, ofFew, bases.size(), ofAll, papers, like, corpus.fit(papers, like)));
      corpus.write(folder, papers, MADE_NIGHTS, newPapers());
      row(
          "papers",
          null,
          String.format(
              Locale.ROOT,
              "%,d: %s; made in %.0f s",
              papers,
              corpus.counts(),
              (System.nanoTime() - start) / 1e9));
    }
  }

  private int newPapers() {
    return Math.max(MIN_NEW, papers / PAPERS_PER_NEW);
  }

  private void write() throws IOException, InterruptedException {
    long start = System.nanoTime();
    ProcessUse use = ProcessUse.own();
    long written = nights.write(nights.index(), PaperFile.of(folder, "papers"));
    double seconds = (System.nanoTime() - start) / 1e9;
    use.close();
    row(
        "writing (nothing embedded), merges included",
        "at least 1,500 papers/s; under 1.5 GB",
        String.format(
            Locale.ROOT,
            "%,.0f papers/s (%,d in %.0f s); %,.0f MB resident beyond mapped files; %,.0f MB written",
            written / seconds,
            written,
            seconds,
            use.peakAnonymousBytes() / 1e6,
            ProcessUse.writtenBytes() / 1e6));
    row("on disk", null, String.format(Locale.ROOT, "%s", parts()));
  }

  /// The sizes of the index's files by their endings, largest first.
  private String parts() throws IOException {
    Map<String, Long> bytes = new TreeMap<>();
    for (Path file : files()) {
      String name = file.getFileName().toString();
      bytes.merge(name.replaceAll("^_[^.]*\\.|_[0-9a-z]+$", ""), Files.size(file), Long::sum);
    }
    return "%,.0f MB: ".formatted(bytes.values().stream().mapToLong(Long::longValue).sum() / 1e6)
        + bytes.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .limit(10)
            .map(each -> "%s %,.1f".formatted(each.getKey(), each.getValue() / 1e6))
            .collect(Collectors.joining(", "));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(nights.index())) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private void open() throws IOException {
    for (Path file : files()) {
      try (InputStream in = Files.newInputStream(file)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
    }
    long start = System.nanoTime();
    try (PaperIndex index = new LuceneStore(nights.index()).open(PaperIndex.Check.FILES)) {
      double opened = millisSince(start);
      Searches searches = new Searches(index);
      long asked = System.nanoTime();
      searches.first();
      double answered = millisSince(asked);
      Nights.Cost night = nights.next();
      start = System.nanoTime();
      boolean newer = index.refresh();
      double refreshed = millisSince(start);
      asked = System.nanoTime();
      searches.first();
      row(
          "open to first answer, files warm / refresh after %,d new and changed papers"
              .formatted(night.papers()),
          "under 1.5 s / under 1 s",
          String.format(
              Locale.ROOT,
              "%.0f ms (open %.0f, answer %.0f) / %.0f ms%s, and %.0f to the next answer",
              opened + answered,
              opened,
              answered,
              refreshed,
              newer ? "" : " (nothing new)",
              millisSince(asked)));
    }
  }

  private static double millisSince(long nanos) {
    return (System.nanoTime() - nanos) / 1e6;
  }

  private void answers() {
    try (PaperIndex index = new LuceneStore(nights.index()).open(PaperIndex.Check.FILES)) {
      Searches searches = new Searches(index);
      answers(searches, "related by id, semantic / hybrid", Filter.NONE);
      answers(searches, "the same under a filter of 10 %", Searches.category("tenth"));
      answers(searches, "the same under a filter of 1 %", Searches.category("hundredth"));
    }
  }

  private static void answers(Searches searches, String what, Filter filter) {
    Searches.Times semantic = searches.times(Mode.SEMANTIC, filter);
    Searches.Times hybrid = searches.times(Mode.HYBRID, filter);
    row(
        what,
        "p50 3 / 15 ms, p99 20 / 60 ms; recall@10 0.98",
        String.format(
            Locale.ROOT,
            "p50 %.2f / %.2f ms, p99 %.1f / %.1f ms; recall@10 %.4f",
            semantic.p50(),
            hybrid.p50(),
            semantic.p99(),
            hybrid.p99(),
            searches.recall(filter)));
  }

  private void night() throws IOException {
    Nights.Cost night = nights.next();
    long own = nights.ownBytes(night.night());
    row(
        "a night of %,d new and changed papers, nothing embedded".formatted(night.papers()),
        "under 60 s; at most 3 times its own size written",
        String.format(
            Locale.ROOT,
            "%.1f s; %.1f MB written, %.1f times its own size of %.1f MB",
            night.seconds(),
            night.writtenBytes() / 1e6,
            night.writtenBytes() / (double) own,
            own / 1e6));
  }

  private void nights() throws IOException {
    Path before = folder.resolve("nights-before");
    if (!Files.exists(before)) {
      RecallAtTen recall = recall();
      Files.writeString(before, recall.recall() + " " + recall.medianMillis());
    }
    String[] first = Files.readString(before).split(" ", -1);
    List<Nights.Cost> costs = new ArrayList<>();
    Path done = folder.resolve("nights-done");
    int from = Files.exists(done) ? Integer.parseInt(Files.readString(done)) : 0;
    for (int night = from; night < NIGHTS; night++) {
      costs.add(nights.next());
      Files.writeString(done, Integer.toString(night + 1));
    }
    RecallAtTen last = recall();
    Files.delete(before);
    Files.deleteIfExists(done);
    double[] seconds = costs.stream().mapToDouble(Nights.Cost::seconds).sorted().toArray();
    double[] bytes = costs.stream().mapToDouble(Nights.Cost::writtenBytes).sorted().toArray();
    row(
        NIGHTS + " such nights: recall, search time",
        "0.98; at most 1.3 times",
        String.format(
            Locale.ROOT,
            "%.4f (before: %s); %.2f times (%.3f ms); a night %.1f s (median; longest %.1f), %.1f MB"
                + " written (median; all %.0f)",
            last.recall(),
            first[0],
            last.medianMillis() / Double.parseDouble(first[1]),
            last.medianMillis(),
            at(seconds, 0.5),
            at(seconds, 1),
            at(bytes, 0.5) / 1e6,
            Arrays.stream(bytes).sum() / 1e6));
  }

  /// A quantile; not a number if all nights were in an earlier run, which was stopped after them.
  private static double at(double[] sorted, double share) {
    return sorted.length == 0 ? Double.NaN : sorted[(int) (share * (sorted.length - 1))];
  }

  private RecallAtTen recall() {
    try (PaperIndex index = new LuceneStore(nights.index()).open(PaperIndex.Check.NOTHING);
        IndexSnapshot snapshot = index.snapshot()) {
      snapshot.recall(QUERIES, 1, 7); // Java learns
      return snapshot.recall(QUERIES, 1, 1);
    }
  }

  private void care() throws IOException, InterruptedException {
    process("`verify`", "memory flat", "verify");
    Path snapshot = folder.resolve("snapshot");
    Temporary.delete(snapshot);
    process("`snapshot`", "memory flat", "snapshot", snapshot.toString());
    Temporary.delete(snapshot);
    process("`snapshot --copy`", "memory flat", "snapshot", snapshot.toString(), "--copy");
    Temporary.delete(snapshot);
    Path export = folder.resolve("export");
    process("`export`", "memory flat", "export", "--out", export.toString(), "--force");
    Temporary.delete(export);
    process(
        "`export --records`",
        "memory flat",
        "export",
        "--records",
        "--out",
        export.toString(),
        "--force");
    Temporary.delete(export);
  }

  /// Runs a command of akin on the index.
  private void process(String what, String target, String... command)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of("./akin"));
    all.addAll(List.of(command));
    all.addAll(List.of("--index", nights.index().toString()));
    Path log = folder.resolve(command[0] + ".log");
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(all).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    ProcessUse use = ProcessUse.of(process.pid());
    int code = process.waitFor();
    use.close();
    row(
        what,
        target,
        String.format(
            Locale.ROOT,
            "%.1f s; %,.0f MB resident at most, %,.0f MB beyond mapped files%s",
            (System.nanoTime() - start) / 1e9,
            use.peakResidentBytes() / 1e6,
            use.peakAnonymousBytes() / 1e6,
            code == 0 ? "" : "; **ended with " + code + "**, see " + log));
  }
}
