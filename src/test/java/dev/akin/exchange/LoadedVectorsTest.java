package dev.akin.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.Seed;
import dev.akin.base.AkinException;
import dev.akin.vector.Embedding;
import dev.akin.vector.SentenceEmbeddings;
import dev.akin.vector.Space;
import dev.akin.vector.TextVectors;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What other programs write, and what is wrong with files.
class LoadedVectorsTest {
  private static final Space PLANE = Space.of("plane", 2, Map.of("weights", "1"));
  private static final String KEY = "0123456789abcdef0123456789abcdef";
  private static final String OTHER_KEY = "f".repeat(32);
  private static final float[] UNIT = {0.6f, 0.8f};

  private final Path folder;
  private final Path spool;

  LoadedVectorsTest(@TempDir Path temporary) throws IOException {
    folder = Files.createDirectory(temporary.resolve("vectors"));
    spool = temporary.resolve("spool");
  }

  private LoadedVectors load(Space space) {
    return LoadedVectors.load(VectorFolder.open(folder), space, spool);
  }

  private static float[] vector(LoadedVectors loaded, String text, String id) {
    TextVectors found = Objects.requireNonNull(loaded.find(text, id));
    return found.embeddings().getFirst().toArray();
  }

  private void copy(String resource) throws IOException {
    try (var in = getClass().getResourceAsStream(resource)) {
      Files.copy(Objects.requireNonNull(in), folder.resolve(resource));
    }
  }

  private void papers(String name, VectorRow... rows) throws IOException {
    try (VectorFile file = VectorFile.ofPapers(folder.resolve(name))) {
      for (VectorRow row : rows) {
        file.add(row);
      }
    }
  }

  private void texts(String name, VectorOrigin origin, VectorRow... rows) throws IOException {
    try (VectorFile file = VectorFile.ofTexts(folder.resolve(name), origin)) {
      for (VectorRow row : rows) {
        file.add(row);
      }
    }
  }

  private void npy(String type, String shape, byte[] items, String... ids) throws IOException {
    String header =
        "{'descr': '%s', 'fortran_order': False, 'shape': %s, }%n".formatted(type, shape);
    ByteBuffer bytes =
        ByteBuffer.allocate(10 + header.length() + items.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
    bytes.putShort((short) header.length());
    bytes.put(header.getBytes(StandardCharsets.US_ASCII)).put(items);
    Files.write(folder.resolve("vectors.npy"), bytes.array());
    Files.write(folder.resolve("ids.txt"), List.of(ids));
  }

  private static byte[] floats(float... values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return bytes.array();
  }

  @ParameterizedTest
  @ValueSource(strings = {"snappy", "zstd", "gzip", "lz4"})
  void readsWhatPyArrowWrites(String name) throws IOException {
    copy(name + ".parquet");
    assertThat(VectorFolder.open(folder).origin()).isNull();
    try (LoadedVectors loaded = load(PLANE)) {
      assertThat(loaded.size()).isEqualTo(3);
      assertThat(vector(loaded, KEY, "a")).containsExactly(0.6f, 0.8f); // (3, 4) / 5
      assertThat(vector(loaded, KEY, "b")).containsExactly(0, -1);
      assertThat(loaded.find(KEY, "d")).isNull();
    }
  }

  @Test
  void readsIdsThatAreNumbers() throws IOException {
    copy("numbers.parquet");
    try (LoadedVectors loaded = load(PLANE)) {
      assertThat(vector(loaded, KEY, "3")).containsExactly(1, 0);
    }
  }

  @Test
  void readsNumPy() throws IOException {
    npy("<f4", "(2, 2)", floats(3, 4, 0, 2), "a", "ü x");
    try (LoadedVectors loaded = load(PLANE)) {
      assertThat(vector(loaded, KEY, "a")).containsExactly(0.6f, 0.8f);
      assertThat(vector(loaded, KEY, "ü x")).containsExactly(0, 1);
    }
    assertThat(spool).doesNotExist();
  }

  @Test
  void findsTextsWithTheirSentences() throws IOException {
    SentenceEmbeddings sentences = SentenceEmbeddings.of(PLANE, List.of(UNIT, new float[] {0, 1}));
    VectorOrigin origin = VectorOrigin.of(PLANE);
    texts("1.parquet", origin, new VectorRow("a", KEY, UNIT, sentences.toBytes()));
    texts(
        "2.parquet",
        origin,
        new VectorRow("again", KEY, UNIT, new byte[0]),
        new VectorRow("b", OTHER_KEY, new float[] {1, 0}, new byte[0]));
    VectorFolder opened = VectorFolder.open(folder);
    assertThat(opened.origin()).isEqualTo(origin);
    try (LoadedVectors loaded = load(PLANE)) {
      assertThat(loaded.size()).isEqualTo(2);
      TextVectors found = Objects.requireNonNull(loaded.find(KEY, "of another paper"));
      assertThat(found.embeddings().getFirst().toArray()).isEqualTo(UNIT);
      assertThat(found.sentences().toBytes()).isEqualTo(sentences.toBytes());
      loaded.met(KEY, "whoever");
      List<LoadedVectors.Place> unmet = new ArrayList<>();
      assertThat(loaded.unmet(unmet::add)).isEqualTo(1);
      assertThat(unmet)
          .containsExactly(new LoadedVectors.Place(folder.resolve("2.parquet"), 2, "b"));
    }
  }

  @Test
  void keepsEveryVectorOfManyFiles() throws IOException {
    Random random = Seed.random();
    List<Embedding> all = new ArrayList<>();
    for (int file = 0; file < 3; file++) {
      List<VectorRow> rows = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        float[] values = {(float) random.nextGaussian(), (float) random.nextGaussian()};
        rows.add(VectorRow.ofPaper("p" + all.size(), values));
        all.add(Embedding.normalize(PLANE, values));
      }
      papers(file + ".parquet", rows.toArray(VectorRow[]::new));
    }
    try (LoadedVectors loaded = load(PLANE)) {
      for (int i = 0; i < all.size(); i++) {
        assertThat(vector(loaded, KEY, "p" + i)).isEqualTo(all.get(i).toArray());
      }
    }
  }

  private void assertRefused(String... parts) {
    assertThatThrownBy(() -> load(PLANE))
        .isInstanceOfSatisfying(
            VectorException.class,
            e -> assertThat(e.kind()).isEqualTo(AkinException.Kind.MALFORMED))
        .hasMessageContainingAll(parts);
    assertThat(spool).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NaN,1     | coordinate 1 is NaN",
        "1,Infinity| coordinate 2 is Infinity",
        "0,-0      | all coordinates are 0",
        "1         | 1 coordinates, but plane has 2",
        "1,2,3     | 3 coordinates, but plane has 2",
      })
  void namesFileAndRowOfABadVector(String coordinates, String what) throws IOException {
    float[] values = new float[coordinates.split(",", -1).length];
    for (int i = 0; i < values.length; i++) {
      values[i] = Float.parseFloat(coordinates.split(",", -1)[i]);
    }
    papers("1.parquet", VectorRow.ofPaper("fine", UNIT));
    papers("2.parquet", VectorRow.ofPaper("a", UNIT), VectorRow.ofPaper("b", values));
    assertRefused("2.parquet: row 2 (b): ", what);
  }

  @Test
  void namesBothRowsOfAnIdThatIsThereTwice() throws IOException {
    papers("1.parquet", VectorRow.ofPaper("a", UNIT), VectorRow.ofPaper("b", UNIT));
    papers("2.parquet", VectorRow.ofPaper("b", UNIT));
    assertRefused("2.parquet: row 1 (b): ", "1.parquet, row 2 has the same id");
  }

  @Test
  void refusesTextsWhoseVectorIsNoUnitVector() throws IOException {
    texts(
        "1.parquet",
        VectorOrigin.of(PLANE),
        new VectorRow("a", KEY, new float[] {3, 4}, new byte[0]));
    assertRefused("1.parquet: row 1 (a): ", "length 5.0");
  }

  @Test
  void refusesBadIdsKeysAndSentences() throws IOException {
    copy("nulls.parquet");
    assertRefused("nulls.parquet: row 2: id is empty");
    Files.delete(folder.resolve("nulls.parquet"));
    VectorOrigin origin = VectorOrigin.of(PLANE);
    texts("1.parquet", origin, new VectorRow("a", "x", UNIT, new byte[0]));
    assertRefused("row 1 (a): \"x\" is no key of a text");
    Space cube = Space.of("cube", 3, Map.of());
    Files.delete(folder.resolve("1.parquet"));
    texts(
        "1.parquet",
        VectorOrigin.of(cube),
        new VectorRow("a", KEY, new float[] {1, 0, 0}, new byte[3]));
    assertThatThrownBy(() -> load(cube)).hasMessageContaining("3 bytes are not a whole number");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text.parquet   | no column \"vector\" with lists of numbers, and no other",
        "brotli.parquet | it is compressed with BROTLI; write it with zstd",
      })
  void refusesOtherParquetFiles(String name, String what) throws IOException {
    copy(name);
    assertRefused(name, what);
  }

  @Test
  void refusesACutFileWhereverItIsCut() throws IOException {
    papers(
        "1.parquet",
        Stream.of("a", "b", "c").map(id -> VectorRow.ofPaper(id, UNIT)).toArray(VectorRow[]::new));
    byte[] whole = Files.readAllBytes(folder.resolve("1.parquet"));
    for (int length = 0; length < whole.length; length += 7) {
      Files.write(folder.resolve("1.parquet"), Arrays.copyOf(whole, length));
      assertRefused("1.parquet: not a whole Parquet file");
    }
  }

  @Test
  void refusesDamagedPages() throws IOException {
    papers("1.parquet", VectorRow.ofPaper("abc", UNIT), VectorRow.ofPaper("def", UNIT));
    byte[] whole = Files.readAllBytes(folder.resolve("1.parquet"));
    int at = new String(whole, StandardCharsets.ISO_8859_1).indexOf("abc");
    whole[at] ^= 1;
    Files.write(folder.resolve("1.parquet"), whole);
    assertRefused("1.parquet: damaged after row 0");
  }

  @Test
  void refusesNumPyThatIsCutOrOfAnotherForm() throws IOException {
    npy("<f4", "(2, 2)", floats(3, 4, 0), "a", "b");
    assertRefused("vectors.npy: it has 12 bytes of items, but its header says 16");
    npy("<i4", "(1, 2)", floats(3, 4), "a");
    assertRefused("vectors.npy: its items are of the type \"<i4\"");
    npy("<f4", "(1, 2, 1)", floats(3, 4), "a");
    assertRefused("vectors.npy: its header does not say");
    npy("<f4", "(1, 2)", floats(3, 4), "a", "b");
    assertRefused("ids.txt: it has 2 ids, but", "vectors.npy has 1 row");
    Files.delete(folder.resolve("ids.txt"));
    assertRefused("vectors.npy: there is neither ids.txt nor ids.npy");
    Files.writeString(folder.resolve("vectors.npy"), "no");
    assertRefused("vectors.npy: not a whole .npy file");
  }

  @Test
  void refusesFilesOfSeveralModels() throws IOException {
    VectorRow row = new VectorRow("a", KEY, UNIT, new byte[0]);
    texts("1.parquet", VectorOrigin.of(PLANE), row);
    texts("2.parquet", new VectorOrigin("other", "0123456789abcdef"), row);
    assertThatThrownBy(() -> VectorFolder.open(folder))
        .hasMessageContaining("2.parquet: its vectors are of other (0123456789abcdef), those of")
        .hasMessageContaining(
            "1.parquet of plane (" + PLANE.identity() + "); put the files of each");
    Files.delete(folder.resolve("2.parquet"));
    papers("2.parquet", VectorRow.ofPaper("b", UNIT));
    assertThatThrownBy(() -> VectorFolder.open(folder)).hasMessageContaining("does not name");
  }

  @Test
  void saysThatThereAreNoVectors() {
    assertThatThrownBy(() -> VectorFolder.open(folder)).hasMessageContaining("no vectors in it");
    assertThatThrownBy(() -> VectorFolder.open(folder.resolve("x")))
        .hasMessageContaining("there is no such folder");
  }
}
