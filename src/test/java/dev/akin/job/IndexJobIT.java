package dev.akin.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.Waiting;
import dev.akin.base.AkinException;
import dev.akin.embed.Embedders;
import dev.akin.embed.model.EmbedOptions;
import dev.akin.embed.model.ModelFolder;
import dev.akin.embed.model.Models;
import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.IndexInfo;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.job.progress.JobListener;
import dev.akin.job.progress.JobProgress;
import dev.akin.job.progress.JobSummary;
import dev.akin.job.progress.SourceSummary;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.read.PaperSource;
import dev.akin.read.Problem;
import dev.akin.read.ReadOptions;
import dev.akin.read.record.ReadException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The job with the real model.
class IndexJobIT {
  private static final ModelFolder MODEL = ModelFolder.open(Path.of("models/all-minilm-l6-v2"));
  private static final String A = line("a", "Trees", "About trees.", 2020);
  private static final String B = line("b", "Rivers", "About rivers.", 2021);
  private static final String C = line("c", "Clouds", "About clouds.", 2022);

  private static Embedders embedder;

  private final List<Problem> problems = Collections.synchronizedList(new ArrayList<>());
  private final List<Problem> replaced = Collections.synchronizedList(new ArrayList<>());
  private final List<ReadException> failures = new ArrayList<>();

  @TempDir Path folder;
  private String notPruned = "";
  private int rebuilding;
  private final Map<Path, Embedders> opened = new HashMap<>();
  private @Nullable IndexJob stopAtFirstProgress;
  private @Nullable JobSummary kept;
  private final List<Double> shares = new ArrayList<>();

  @BeforeAll
  static void load() {
    embedder = Embedders.open(Models.of(MODEL), EmbedOptions.onAllCores());
  }

  private static Embedders open(ModelFolder model) {
    return Embedders.open(Models.of(model), EmbedOptions.onAllCores());
  }

  @AfterEach
  void closeOthers() {
    opened.values().forEach(Embedders::close);
  }

  @AfterAll
  static void close() {
    embedder.close();
  }

  @Test
  void indexesPapersWithTheirVectors() {
    JobSummary done = run(A, B);
    assertThat(done.indexed()).isEqualTo(2);
    assertThat(done.tokens()).isPositive();
    try (PaperIndex index = new LuceneStore(folder.resolve("index")).open(PaperIndex.Check.FILES);
        IndexSnapshot snapshot = index.snapshot()) {
      int b = snapshot.find("b").orElseThrow();
      assertThat(snapshot.paper(b).title()).isEqualTo("Rivers");
      double cosine =
          snapshot
              .embeddings(b)
              .getFirst()
              .cosine(
                  Objects.requireNonNull(
                          embedder
                              .embed(
                                  List.of(
                                      embedder
                                          .models()
                                          .document(Paper.of("b", "Rivers", "About rivers."))))
                              .getFirst()
                              .vectors())
                      .embeddings()
                      .getFirst());
      assertThat(cosine).isCloseTo(1.0, within(1e-5));
    }
  }

  @Test
  void embedsAndCommitsNothingTheSecondTime() {
    JobSummary first = run(A, B, A);
    JobSummary second = run(IndexJobIT::noModel, A, B, A);
    assertThat(second.unchanged()).isEqualTo(2);
    assertThat(second.duplicates()).isEqualTo(1);
    assertThat(second.replaced()).isZero();
    assertThat(replaced).isEmpty();
    assertThat(second.tokens()).isZero();
    assertThat(second.commit()).isEqualTo(first.commit());
    assertEquation(first);
    assertEquation(second);
  }

  @Test
  void embedsAgainWhatHasAnotherTextOnly() {
    run(A, B);
    JobSummary metadata = run(IndexJobIT::noModel, A, line("b", "Rivers", "About rivers.", 1999));
    assertThat(metadata.updated()).isEqualTo(1);
    assertThat(metadata.sharedText()).isZero();
    JobSummary text = run(A, line("b", "Rivers", "About streams.", 1999));
    assertThat(text.updated()).isEqualTo(1);
    assertThat(text.tokens()).isPositive();
    assertThat(paper("b").abstractText()).isEqualTo("About streams.");
    assertThat(info().vectors()).isEqualTo(2);
  }

  @Test
  void letsTheLastRecordOfAnIdWin() {
    String other = line("a", "Trees", "About other trees.", 2020);
    JobSummary first = run(A, B, other);
    assertThat(first.indexed()).isEqualTo(2);
    assertThat(first.duplicates()).isEqualTo(1);
    assertThat(first.replaced()).isEqualTo(1);
    assertThat(replaced)
        .singleElement()
        .hasToString("papers:3: has the id \"a\" of another paper, papers:1, and replaces it");
    assertThat(paper("a").abstractText()).isEqualTo("About other trees.");
    assertThat(info().vectors()).isEqualTo(2);
    JobSummary second = run(IndexJobIT::noModel, A, B, other);
    assertThat(second.commit()).isEqualTo(first.commit());
    assertEquation(first);
    assertEquation(second);
  }

  @Test
  void embedsEqualTextsOnceAndEmptyOnesNever() {
    JobSummary done = run(A, line("a2", "Trees", "About trees.", 2024), line("e", "", "", 2024));
    assertThat(done.sharedText()).isEqualTo(1);
    assertThat(done.withoutText()).isEqualTo(1);
    assertThat(info().papers()).isEqualTo(3);
    assertThat(info().vectors()).isEqualTo(1);
  }

  @Test
  void namesAndSkipsBadLines() {
    JobSummary done = run(A, "{\"id\": \"broken\"", B);
    assertThat(done.indexed()).isEqualTo(2);
    assertThat(done.refused()).isEqualTo(1);
    assertThat(problems).extracting(Problem::line).containsExactly(2L);
    assertEquation(done);
  }

  @Test
  void keepsWhatWasReadBeforeAnInputFailed() {
    PaperSource absent = PaperSource.of(folder.resolve("absent.jsonl"));
    JobSummary done =
        job(() -> embedder, JobOptions.DEFAULT).run(List.of(source(A), absent, source(B)));
    assertThat(done.indexed()).isEqualTo(2);
    assertThat(failures)
        .extracting(ReadException::kind)
        .containsExactly(AkinException.Kind.MISSING);
  }

  @Test
  void prunesCarefully() {
    String[] twenty = new String[20];
    for (int i = 0; i < twenty.length; i++) {
      twenty[i] = line("p" + i, "", "", 2020);
    }
    run(twenty);
    JobOptions careful = JobOptions.DEFAULT.pruning(JobOptions.Prune.CAREFULLY);
    JobOptions forced = JobOptions.DEFAULT.pruning(JobOptions.Prune.FORCED);
    // One of twenty is 5 %, two are more.
    assertThat(job(IndexJobIT::noModel, careful).run(sources(Arrays.copyOf(twenty, 19))).removed())
        .isEqualTo(1);
    assertThat(job(IndexJobIT::noModel, careful).run(sources(Arrays.copyOf(twenty, 17))).removed())
        .isZero();
    assertThat(notPruned).contains("2 of 19", "5 %");
    assertThat(info().papers()).isEqualTo(19);
    assertThat(job(IndexJobIT::noModel, forced).run(sources(Arrays.copyOf(twenty, 17))).removed())
        .isEqualTo(2);
    assertThat(info().papers()).isEqualTo(17);
  }

  @Test
  void doesNotPruneAfterAProblem() {
    run(A, B, C);
    JobOptions careful = JobOptions.DEFAULT.pruning(JobOptions.Prune.CAREFULLY);
    assertThat(job(IndexJobIT::noModel, careful).run(sources(A, B, "{broken")).removed()).isZero();
    assertThat(notPruned).contains("problems");
    assertThat(info().papers()).isEqualTo(3);
  }

  @Test
  void commitsWhatIsDoneWhenStoppedAndGoesOnFromThere() {
    String[] many = new String[600];
    for (int i = 0; i < many.length; i++) {
      many[i] = line("p" + i, "Paper " + i, "", 2020);
    }
    stopAtFirstProgress = job(() -> embedder, JobOptions.DEFAULT);
    JobSummary stopped = stopAtFirstProgress.run(sources(many));
    int kept = info().papers();
    assertThat(kept).isBetween(1, many.length - 1);
    assertThat(info().commit()).isEqualTo(stopped.commit());
    assertThat(stopped.indexed()).isEqualTo(kept);
    assertThat(Objects.requireNonNull(this.kept).indexed()).isEqualTo(kept);
    assertEquation(stopped);
    assertEquation(this.kept);
    JobSummary rest = run(many);
    assertThat(rest.unchanged()).isEqualTo(kept);
    assertThat(rest.indexed()).isEqualTo(many.length - kept);
  }

  @Test
  void countsOnlyWorkThatTheIndexDoesNotHaveAsLeft() throws Exception {
    run(A, B);
    Path input = folder.resolve("input.jsonl");
    String other = line("b", "Rivers", "About streams.", 2021);
    Files.writeString(input, String.join("\n", A, other, C, "{broken", C));
    try (InputSurvey survey =
        new InputSurvey(
            new LuceneStore(folder.resolve("index")),
            List.of(PaperSource.of(input)),
            ReadOptions.DEFAULT)) {
      survey.start();
      survey.await();
      // "Rivers" "About streams." and "Clouds" "About clouds."
      assertThat(survey.total()).hasValue(6 + 14 + 6 + 13);
    }
  }

  @Test
  void showsProgressBelowOneAsPapersAreWritten() throws Exception {
    Path input = folder.resolve("input.jsonl");
    List<String> many = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      many.add(line("p" + i, "Paper " + i, "", 2020));
    }
    Files.write(input, many);
    job(() -> embedder, JobOptions.DEFAULT).run(List.of(PaperSource.of(input)));
    assertThat(shares).isSorted().allMatch(share -> share < 1).first().isEqualTo(0.0);
    assertThat(shares.getLast()).isGreaterThan(0.99);
  }

  @Test
  void letsTheLastRecordWinWhenItsTextGoesWithAnotherPaper() {
    // b takes a's text while a gets another: each commit may drop a text that the next paper needs.
    JobOptions eager = JobOptions.DEFAULT.committing(1);
    run(A, B);
    JobSummary swapped =
        job(() -> embedder, eager)
            .run(
                sources(
                    line("a", "Rivers", "About rivers.", 2020),
                    line("b", "Trees", "About trees.", 2021)));
    assertThat(swapped.updated()).isEqualTo(2);
    assertThat(swapped.refused()).isZero();
    assertThat(paper("a").title()).isEqualTo("Rivers");
    assertThat(info().vectors()).isEqualTo(2);
    assertEquation(swapped);
  }

  @Test
  void countsWhatWasReadBeforeAnInputBroke() throws IOException {
    byte[] whole = gzip(A + "\n" + B + "\n{broken\n" + C + "\n");
    byte[] cut = Arrays.copyOf(whole, whole.length - 4);
    PaperSource source = PaperSource.of("cut.gz", new ByteArrayInputStream(cut));
    JobSummary done = job(() -> embedder, JobOptions.DEFAULT).run(List.of(source));
    assertThat(failures).hasSize(1);
    assertThat(done.refused()).isEqualTo(1);
    assertEquation(done);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  @Test
  void countsInADryRunWhatAJobWouldDo() {
    run(A, B);
    JobSummary dry =
        new DryRun(new LuceneStore(folder.resolve("index")), ReadOptions.DEFAULT, listener())
            .run(sources(A, line("b", "Rivers", "About streams.", 2021), C, C, "{broken"));
    assertThat(dry.unchanged()).isEqualTo(1);
    assertThat(dry.updated()).isEqualTo(1);
    assertThat(dry.indexed()).isEqualTo(1);
    assertThat(dry.duplicates()).isEqualTo(1);
    assertThat(dry.refused()).isEqualTo(1);
    assertEquation(dry);
    assertThat(info().papers()).isEqualTo(2);
  }

  /// The same weights with another template: another model.
  private ModelFolder otherModel() throws IOException {
    Path model = Files.createDirectories(folder.resolve("other"));
    for (String file : List.of("model.onnx", "tokenizer.json")) {
      Files.createSymbolicLink(model.resolve(file), MODEL.path().resolve(file).toAbsolutePath());
    }
    String card = Files.readString(MODEL.path().resolve("model.json"));
    Files.writeString(
        model.resolve("model.json"),
        card.replace("all-minilm-l6-v2\"", "other\"")
            .replace("{title} {abstract}", "{abstract} {title}"));
    return ModelFolder.open(model);
  }

  private IndexJob rebuild(ModelFolder model) {
    return new IndexJob(
        JobTarget.at(new LuceneStore(folder.resolve("index"))),
        Models.of(model),
        () -> opened.computeIfAbsent(model.path(), _ -> open(model)),
        JobOptions.DEFAULT.onOtherModels(JobOptions.OtherModels.REPLACED),
        listener());
  }

  @Test
  void embedsAnewWithAnotherModelAndThenTakesTheInput() throws IOException {
    run(A, B);
    ModelFolder other = otherModel();
    JobSummary done = rebuild(other).run(sources(B, C));
    assertThat(rebuilding).isEqualTo(2);
    assertThat(done.rebuilt()).isEqualTo(2);
    assertThat(done.unchanged()).isEqualTo(1);
    assertThat(done.indexed()).isEqualTo(1);
    assertEquation(done);
    assertThat(info().spaces()).containsExactly(other.space());
    assertThat(info().papers()).isEqualTo(3);
    JobSummary again = rebuild(other).run(sources(B, C));
    assertThat(again.rebuilt()).isZero();
    assertThat(again.commit()).isEqualTo(done.commit());
  }

  @Test
  void leavesTheOldBuildWhenStoppedAndGoesOnWithTheNew() throws IOException {
    String[] many = new String[600];
    for (int i = 0; i < many.length; i++) {
      many[i] = line("p" + i, "Paper " + i, "", 2020);
    }
    JobSummary first = run(many);
    ModelFolder other = otherModel();
    stopAtFirstProgress = rebuild(other);
    JobSummary stopped = stopAtFirstProgress.run(List.of());
    stopAtFirstProgress = null;
    assertThat(stopped.rebuilt()).isBetween(1L, 599L);
    assertThat(stopped.read()).isZero();
    assertEquation(Objects.requireNonNull(kept));
    assertThat(info().build()).isEqualTo(first.build());
    assertThat(info().commit()).isEqualTo(first.commit());
    JobSummary rest = rebuild(other).run(List.of());
    assertThat(rest.build()).isEqualTo(stopped.build());
    assertThat(info().build()).isEqualTo(stopped.build());
    assertThat(info().papers()).isEqualTo(600);
    assertThat(info().vectors()).isEqualTo(600);
  }

  @Test
  void refusesAnotherModelThatNobodyAskedFor() throws IOException {
    JobSummary first = run(A);
    IndexJob job =
        new IndexJob(
            JobTarget.at(new LuceneStore(folder.resolve("index"))),
            Models.of(otherModel()),
            IndexJobIT::noModel,
            JobOptions.DEFAULT,
            listener());
    assertThatThrownBy(() -> job.run(sources(B)))
        .hasMessageContainingAll(
            "document template {title} {abstract}, not {abstract} {title}", "--model");
    assertThat(info().commit()).isEqualTo(first.commit());
  }

  @Test
  void stopsBeforeAllChangedTextsAreEmbedded() {
    String[] changed = new String[600];
    String[] many = new String[600];
    for (int i = 0; i < many.length; i++) {
      many[i] = line("p" + i, "Paper " + i, "", 2020);
      changed[i] = line("p" + i, "Another paper " + i, "", 2020);
    }
    run(many);
    stopAtFirstProgress = job(() -> embedder, JobOptions.DEFAULT);
    JobSummary stopped = stopAtFirstProgress.run(sources(changed));
    stopAtFirstProgress = null;
    assertThat(stopped.updated()).isBetween(1L, 599L);
    assertEquation(stopped);
    assertThat(run(changed).updated()).isEqualTo(600 - stopped.updated());
  }

  @Test
  void namesRefusedRecordsAsTheyAreMet() throws Exception {
    PipedOutputStream feed = new PipedOutputStream();
    PaperSource source = PaperSource.of("feed", new PipedInputStream(feed, 1 << 20));
    Thread job =
        Thread.ofVirtual()
            .start(() -> job(() -> embedder, JobOptions.DEFAULT).run(List.of(source)));
    feed.write((A + "\n" + "{broken\n".repeat(100_000)).getBytes(StandardCharsets.UTF_8));
    Waiting.until(() -> problems.size() >= 10_000 || !job.isAlive()); // the input is still open
    assertThat(job.isAlive()).isTrue();
    feed.close();
    job.join();
    assertThat(problems).hasSize(100_000);
  }

  @Test
  void keepsDeletedPapersOut() {
    run(A, B);
    new Deletion(new LuceneStore(folder.resolve("index"))).delete(List.of(new PaperId("a")));
    JobSummary next = run(IndexJobIT::noModel, A, B);
    assertThat(next.unchanged()).isEqualTo(2);
    assertThat(next.keptOut()).isEqualTo(1);
    assertEquation(next);
    assertThat(info().papers()).isEqualTo(1);
    JobSummary twice = run(IndexJobIT::noModel, A, B, A);
    assertThat(twice.keptOut()).isEqualTo(1);
    assertThat(twice.duplicates()).isEqualTo(1);
    assertEquation(twice);
    assertThat(info().papers()).isEqualTo(1);
    new Deletion(new LuceneStore(folder.resolve("index"))).forget(List.of(new PaperId("a")));
    assertThat(run(A, B).indexed()).isEqualTo(1);
  }

  @Test
  void countsAndKeepsLanguages() {
    JobSummary done =
        run(
            line("en", "Trees", "We study how the leaves of trees grow in the spring.", 2020),
            line("de", "Bäume", "Wir untersuchen, wie die Blätter im Frühling wachsen.", 2020),
            line("runes", "ᚠᚢᚦᚨᚱᚲ ᚷᚹᚺᚾᛁᛃ", "ᛇᛈᛉᛊᛏᛒ ᛖᛗᛚᛜᛞᛟ", 2020));
    assertThat(done.otherLanguage()).isEqualTo(2);
    assertThat(paper("de").language()).isEqualTo("de");
    assertThat(info().holdings().languages()).containsEntry("de", 1).containsEntry("en", 1);
  }

  private static Embedders noModel() {
    throw new AssertionError("there is nothing to embed");
  }

  private static void assertEquation(JobSummary done) {
    assertThat(
            done.indexed() + done.updated() + done.unchanged() + done.duplicates() + done.refused())
        .isEqualTo(done.read());
  }

  private JobSummary run(String... lines) {
    return run(() -> embedder, lines);
  }

  private JobSummary run(Supplier<Embedders> model, String... lines) {
    return job(model, JobOptions.DEFAULT).run(sources(lines));
  }

  private IndexJob job(Supplier<Embedders> model, JobOptions options) {
    return new IndexJob(
        JobTarget.at(new LuceneStore(folder.resolve("index"))),
        Models.of(MODEL),
        model,
        options,
        listener());
  }

  private JobListener listener() {
    return new JobListener() {
      @Override
      public void refused(Problem problem) {
        problems.add(problem);
      }

      @Override
      public void replaced(Problem problem) {
        replaced.add(problem);
      }

      @Override
      public void failed(ReadException failure) {
        failures.add(failure);
      }

      @Override
      public void notPruned(String why) {
        notPruned = why;
      }

      @Override
      public void harvested(SourceSummary done) {}

      @Override
      public void rebuilding(int papers) {
        rebuilding = papers;
      }

      @Override
      public void committed(JobSummary done) {
        kept = done;
      }

      @Override
      public void progress(JobProgress progress) {
        shares.add(progress.share());
        if (stopAtFirstProgress != null && progress.embedded() > 0) {
          stopAtFirstProgress.stop();
        }
      }
    };
  }

  private static List<PaperSource> sources(String... lines) {
    return List.of(source(lines));
  }

  private static PaperSource source(String... lines) {
    byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    return PaperSource.of("papers", new ByteArrayInputStream(bytes));
  }

  private static String line(String id, String title, String abstractText, int year) {
    return "{\"id\":\"%s\",\"title\":\"%s\",\"abstract\":\"%s\",\"year\":%d}"
        .formatted(id, title, abstractText, year);
  }

  private IndexInfo info() {
    try (PaperIndex index = new LuceneStore(folder.resolve("index")).open(PaperIndex.Check.FILES);
        IndexSnapshot snapshot = index.snapshot()) {
      return snapshot.info();
    }
  }

  private Paper paper(String id) {
    try (PaperIndex index = new LuceneStore(folder.resolve("index")).open(PaperIndex.Check.FILES);
        IndexSnapshot snapshot = index.snapshot()) {
      return snapshot.paper(snapshot.find(id).orElseThrow());
    }
  }
}
