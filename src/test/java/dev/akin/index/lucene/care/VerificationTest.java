package dev.akin.index.lucene.care;

import static dev.akin.index.lucene.Samples.paper;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.Seed;
import dev.akin.base.AkinException;
import dev.akin.index.lucene.Damage;
import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.lucene.Samples;
import dev.akin.index.lucene.commit.IndexHome;
import dev.akin.index.lucene.commit.NewestCommit;
import dev.akin.index.lucene.document.PaperDocument;
import dev.akin.index.lucene.graph.PaperCodec;
import dev.akin.index.record.IndexFields;
import dev.akin.index.store.CheckResult;
import dev.akin.index.store.IndexException;
import dev.akin.index.store.IndexInfo;
import dev.akin.index.store.TextKey;
import dev.akin.index.store.Verification;
import dev.akin.index.store.VerifyOptions;
import dev.akin.index.word.WordCounts;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.vector.TextVectors;
import dev.akin.work.TitlePage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Verification finds and names everything that is wrong with an index.
@Tag("slow")
class VerificationTest {
  private static final int FLIPS = 30;
  private static final VerifyOptions OPTIONS =
      new VerifyOptions(50, spaces -> Optional.of(Samples::keyOf));

  private final Path directory;
  private final Random random = Seed.random();

  VerificationTest(@TempDir Path directory) {
    this.directory = directory;
  }

  /// A segment with a file for each kind of data, a small segment in one file, and deletions.
  @BeforeEach
  void index() {
    Samples.change(
        directory,
        writer -> {
          for (int i = 0; i < 150; i++) {
            Samples.put(writer, Paper.of("p" + i, "Title " + i, i % 3 == 0 ? "" : "Abstract " + i));
            if (i == 75) {
              writer.commit();
            }
          }
          writer.compact(0, null);
        });
    Samples.index(directory, paper("a", "Shared"), paper("b", "Shared"), paper("none", ""));
    Samples.change(directory, writer -> writer.delete(new PaperId("p7")));
  }

  private Verification verify() {
    return new LuceneStore(directory).verify(OPTIONS);
  }

  private static List<String> wrong(Verification found) {
    List<String> named = found.checked().stream().flatMap(part -> part.named().stream()).toList();
    assertThat(found.isWhole()).isEqualTo(named.isEmpty());
    return named;
  }

  private static CheckResult part(Verification found, String what) {
    return found.checked().stream()
        .filter(part -> part.what().startsWith(what))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aHealthyIndexIsWhole() throws IOException {
    Verification found = verify();
    assertThat(wrong(found)).isEmpty();
    assertThat(found.info()).extracting(IndexInfo::papers).isEqualTo(152);
    int files = NewestCommit.in(Damage.build(directory)).files().size();
    assertThat(part(found, "files").count()).isEqualTo(files);
    assertThat(part(found, "vectors of hashes").count()).isEqualTo(150);
    assertThat(part(found, "papers").count()).isEqualTo(152);
    assertThat(part(found, "texts compared").count()).isEqualTo(151);
    assertThat(part(found, "graph searches").count()).isEqualTo(50);
    assertThat(part(found, "graph searches").note()).startsWith("recall@10 ");
  }

  @Test
  void anIndexWithoutPapersIsWhole(@TempDir Path empty) {
    Samples.change(empty, writer -> {});
    assertThat(wrong(new LuceneStore(empty).verify(OPTIONS))).isEmpty();
  }

  @Test
  void everyFlippedBitIsFoundAndItsFileNamed() throws IOException {
    int flips = 0;
    for (Path file : Damage.files(directory)) {
      long size = Files.size(file);
      for (int i = 0; i < FLIPS; i++) {
        long at = random.nextLong(size);
        Damage.flip(file, at);
        assertThat(wrong(verify())).as("%s at %d", file, at).anyMatch(named -> names(named, file));
        Damage.flip(file, at);
        flips++;
      }
    }
    System.out.printf("akin verify: %d flips, all found%n", flips);
    assertThat(wrong(verify())).isEmpty();
  }

  private static boolean names(String named, Path file) {
    return named.startsWith(file + ": ");
  }

  @Test
  void allDamagedFilesAreNamed() throws IOException {
    List<Path> some =
        Damage.files(directory).stream()
            .filter(file -> file.toString().matches(".*\\.(vec|fdt|cfs|doc|liv)"))
            .toList();
    assertThat(some).hasSizeGreaterThan(4);
    for (Path file : some) {
      Damage.flip(file, Files.size(file) / 2);
    }
    List<String> wrong = wrong(verify());
    assertThat(wrong).hasSameSizeAs(some);
    assertThat(some).allMatch(file -> wrong.stream().anyMatch(named -> names(named, file)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cut", "empty", "zeroed", "longer", "missing"})
  void everyDamagedFileIsNamed(String damage) throws IOException {
    for (Path file : Damage.files(directory)) {
      byte[] bytes = Files.readAllBytes(file);
      switch (damage) {
        case "cut" -> Files.write(file, Arrays.copyOf(bytes, random.nextInt(bytes.length)));
        case "empty" -> Files.write(file, new byte[0]);
        case "zeroed" -> Files.write(file, new byte[bytes.length]);
        case "longer" -> Files.write(file, Arrays.copyOf(bytes, bytes.length + 1));
        default -> Files.delete(file);
      }
      // A missing list of files is reported without its number.
      boolean lists = file.toString().matches(".*(segments_.*|\\.si)");
      String name =
          damage.equals("missing") && lists
              ? file.getFileName().toString().replaceFirst("_\\d+$", "")
              : file + ": ";
      assertThat(wrong(verify())).as(file.toString()).anyMatch(named -> named.contains(name));
      Files.write(file, bytes);
    }
    assertThat(wrong(verify())).isEmpty();
  }

  @Test
  void foreignFilesAreIgnored() throws IOException {
    Path build = Damage.build(directory);
    Files.writeString(build.resolve(".nfs0001"), "x");
    Files.writeString(build.resolve("_0.vec~"), "x");
    Files.writeString(build.resolve("notes.txt"), "x");
    Files.writeString(build.resolve("segments_9~"), "x");
    assertThat(wrong(verify())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2026-01-01-00000000", "../../elsewhere"})
  void aPointerThatNamesNoBuildIsWrong(String current) throws IOException {
    Files.writeString(directory.resolve("CURRENT"), current);
    assertThat(wrong(verify())).singleElement().asString().contains("CURRENT", "names no build");
  }

  @Test
  void aMissingPointerIsWrongWhereThereArePapers(@TempDir Path other) throws IOException {
    Files.delete(directory.resolve("CURRENT"));
    assertThat(wrong(verify())).singleElement().asString().contains("CURRENT", "missing");
    assertThatThrownBy(() -> new LuceneStore(other).verify(OPTIONS))
        .isInstanceOf(IndexException.class)
        .extracting(e -> ((IndexException) e).kind())
        .isEqualTo(AkinException.Kind.MISSING);
  }

  private interface Change {
    void make(IndexWriter writer) throws IOException;
  }

  /// Changes an index without akin, as a bug would.
  private void withoutAkin(Change change) throws IOException {
    try (FSDirectory files = FSDirectory.open(Damage.build(directory));
        IndexWriter writer =
            new IndexWriter(files, new IndexWriterConfig().setCodec(new PaperCodec()))) {
      writer.setLiveCommitData(NewestCommit.in(Damage.build(directory)).facts().entrySet());
      change.make(writer);
      writer.commit();
    }
  }

  private static Document text(String key, float... vector) {
    Document document = new Document();
    document.add(new StringField(PaperDocument.KEY, key, StringField.Store.NO));
    document.add(new SortedDocValuesField(PaperDocument.TEXT, new BytesRef(key)));
    document.add(
        new KnnFloatVectorField(
            PaperDocument.vector(0), vector, VectorSimilarityFunction.DOT_PRODUCT));
    return document;
  }

  @Test
  void aVectorThatIsTooLongIsWrong() throws IOException {
    String key = TextKey.of("Shared ").value();
    withoutAkin(
        writer ->
            writer.updateDocument(
                new Term(PaperDocument.KEY, key), text(key, 1, 0.1f, 0, 0, 0, 0, 0, 0)));
    assertThat(wrong(verify()))
        .singleElement()
        .asString()
        .matches("[ab]: its vector has length 1\\.0050, not 1");
  }

  @Test
  void aPaperWhoseTextIsGoneIsWrong() throws IOException {
    String key = TextKey.of("Shared ").value();
    withoutAkin(writer -> writer.deleteDocuments(new Term(PaperDocument.KEY, key)));
    assertThat(wrong(verify()))
        .contains("a: its text has no vector", "b: its text has no vector")
        .anyMatch(
            named -> named.contains("vectors of hashes: the index says 150, but there are 149"));
  }

  @Test
  void aPaperThatIsThereTwiceIsWrong() throws IOException {
    Paper twice = paper("none", "");
    withoutAkin(writer -> writer.addDocument(PaperDocument.of(twice)));
    assertThat(wrong(verify()))
        .contains("none: it is there twice", "papers: the index says 152, but there are 153");
  }

  @Test
  void aTitlePageOfAnotherRecordIsWrong() throws IOException {
    withoutAkin(
        writer ->
            writer.updateDocValues(
                new Term(IndexFields.ID, "a"),
                new BinaryDocValuesField(
                    "titlePage",
                    new BytesRef(TitlePage.of(paper("a", "Another title")).toBytes()))));
    assertThat(wrong(verify())).containsExactly("a: its title page belongs to another record");
  }

  @Test
  void countsOfOtherWordsAreWrong() throws IOException {
    withoutAkin(
        writer ->
            writer.updateDocValues(
                new Term(IndexFields.ID, "a"),
                new BinaryDocValuesField(
                    PaperDocument.WORD_COUNTS,
                    new BytesRef(WordCounts.of(paper("a", "Another title"))))));
    assertThat(wrong(verify()))
        .containsExactly("a: the counts of its words belong to another record");
  }

  @Test
  void aPaperWithTextAndNoKeyIsWrong() throws IOException {
    Paper changed = paper("none", "Now with a title");
    withoutAkin(
        writer ->
            writer.updateDocument(new Term(IndexFields.ID, "none"), PaperDocument.of(changed)));
    assertThat(wrong(verify())).anyMatch(named -> named.startsWith("none: it has a title"));
  }

  @Test
  void aVectorOfAnotherTextIsWrong() {
    Samples.change(
        directory,
        writer -> {
          TextKey key = TextKey.of("something else");
          writer.addText(key, TextVectors.of(Samples.vectorOf("x")));
          writer.upsert(paper("c", "Title"), key);
        });
    assertThat(wrong(verify())).containsExactly("c: its vector belongs to another text");
    VerifyOptions blind = new VerifyOptions(0, spaces -> Optional.empty());
    Verification unread = new LuceneStore(directory).verify(blind);
    assertThat(wrong(unread)).isEmpty();
    assertThat(part(unread, "texts compared").note()).contains("not here");
  }

  /// If a file disappears because a writer made another commit, the check continues with that
  /// commit. If not, the file is missing.
  @Test
  void aFileThatVanishedSinceIsNoDamage() throws IOException {
    IndexHome home = new IndexHome(directory);
    List<String> lists = new ArrayList<>();
    String used =
        NewestCommit.use(
            home,
            commit -> {
              lists.add(commit.list());
              if (lists.size() < 3) {
                Samples.index(directory, paper("later" + lists.size(), "Later"));
              }
              assertThat(Files.exists(commit.path().resolve(commit.list())))
                  .isEqualTo(lists.size() == 3);
              return Files.readString(
                      commit.path().resolve(commit.list()), StandardCharsets.ISO_8859_1)
                  + commit.list();
            });
    assertThat(lists).hasSize(3).doesNotHaveDuplicates();
    assertThat(used).endsWith(lists.getLast());
    assertThatThrownBy(
            () ->
                NewestCommit.use(
                    home, commit -> Files.readString(commit.path().resolve("_zz.cfs"))))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void aJobMayWriteMeanwhile() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    Thread job =
        Thread.ofPlatform()
            .start(
                () ->
                    Samples.change(
                        directory,
                        writer -> {
                          for (int i = 0; !done.get(); i++) {
                            Samples.put(writer, paper("n" + i % 50, "New " + i));
                            writer.commit();
                          }
                        }));
    List<Long> commits = new ArrayList<>();
    try {
      for (int i = 0; i < 100; i++) {
        Verification found = verify();
        assertThat(wrong(found)).isEmpty();
        commits.add(found.info() == null ? 0 : found.info().commit());
      }
    } finally {
      done.set(true);
      job.join();
    }
    assertThat(commits).isSorted().doesNotContain(0L);
    assertThat(new TreeSet<>(commits)).hasSizeGreaterThan(2);
  }
}
