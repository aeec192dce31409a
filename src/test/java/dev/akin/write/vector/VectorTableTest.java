package dev.akin.write.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.Seed;
import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.index.store.TextKey;
import dev.akin.paper.Paper;
import dev.akin.vector.Embedding;
import dev.akin.vector.SentenceEmbeddings;
import dev.akin.vector.Space;
import dev.akin.vector.TextVectors;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is exported is what the index holds, in every format.
@Tag("slow")
class VectorTableTest {
  private static final Space FIRST = Space.of("first", 3, Map.of("weights", "1"));
  private static final Space SECOND = Space.of("second", 5, Map.of("weights", "2"));

  /// In the order of UTF-8, which is not that of Java: U+FF5E comes before U+1D400.
  private static final List<String> IDS =
      List.of("2024.acl-long.12", "a", "b", "cs/0112017", "ü\"\\", "\uFF5E", "\uD835\uDC00x");

  private final Path folder;
  private final PaperIndex index;
  private final IndexSnapshot snapshot;

  VectorTableTest(@TempDir Path folder) {
    this.folder = folder;
    Random random = Seed.random();
    try (PaperIndexWriter writer =
        new LuceneStore(folder.resolve("index")).writer(List.of(FIRST, SECOND))) {
      List<String> shuffled = new ArrayList<>(IDS);
      Collections.shuffle(shuffled, random);
      for (String id : shuffled) {
        // Two papers of one text, which have one vector.
        String title = id.equals("b") ? "a" : id;
        TextKey key = TextKey.of(title);
        if (!writer.holds(key)) {
          Embedding first = vector(FIRST, random);
          writer.addText(
              key,
              new TextVectors(
                  List.of(first, vector(SECOND, random)), SentenceEmbeddings.none(FIRST)));
        }
        writer.upsert(Paper.of(id, title, ""), key);
        writer.commit();
      }
      writer.upsert(Paper.of("without", "", ""), null);
      writer.commit();
    }
    this.index = new LuceneStore(folder.resolve("index")).open(PaperIndex.Check.FILES);
    this.snapshot = index.snapshot();
  }

  private static Embedding vector(Space space, Random random) {
    float[] values = new float[space.dimension()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian() * (i == 1 ? 1e-7f : 1);
    }
    return Embedding.normalize(space, values);
  }

  @AfterEach
  void close() {
    snapshot.close();
    index.close();
  }

  private VectorTable table(Space space) {
    return VectorTable.of(snapshot, Optional.of(space.model()));
  }

  private Path write(String name, VectorFormat format, Space space) throws IOException {
    Path made = Files.createDirectory(folder.resolve(name));
    assertThat(table(space).write(made, format, "1.2.3")).isEqualTo(IDS.size());
    return made;
  }

  /// What the index says of a paper.
  private float[] vectorOf(String id, Space space) {
    int paper = snapshot.find(id).orElseThrow();
    return snapshot.embeddings(paper).stream()
        .filter(embedding -> embedding.space().equals(space))
        .findFirst()
        .orElseThrow()
        .toArray();
  }

  @Test
  void numPyReadsWhatTheIndexHolds() throws IOException {
    for (Space space : List.of(FIRST, SECOND)) {
      Path made = write(space.model(), VectorFormat.NPY, space);
      ByteBuffer vectors = npy(made.resolve("vectors.npy"));
      int rows = IDS.size();
      assertThat(header(vectors))
          .isEqualTo(
              "{'descr': '<f4', 'fortran_order': False, 'shape': (%d, %d), }"
                  .formatted(rows, space.dimension()));
      ByteBuffer ids = npy(made.resolve("ids.npy"));
      assertThat(header(ids))
          .isEqualTo("{'descr': '<U16', 'fortran_order': False, 'shape': (%d,), }".formatted(rows));
      for (String id : IDS) {
        byte[] characters = new byte[16 * 4];
        ids.get(characters);
        assertThat(new String(characters, Charset.forName("UTF-32LE")).replace("\0", ""))
            .isEqualTo(id);
        float[] row = new float[space.dimension()];
        vectors.asFloatBuffer().get(row);
        vectors.position(vectors.position() + row.length * Float.BYTES);
        assertThat(row).isEqualTo(vectorOf(id, space));
      }
      assertThat(ids.hasRemaining()).isFalse();
      assertThat(vectors.hasRemaining()).isFalse();
    }
  }

  private static ByteBuffer npy(Path file) throws IOException {
    return ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
  }

  /// As NEP 1 says.
  private static String header(ByteBuffer npy) {
    byte[] magic = new byte[8];
    npy.get(magic);
    assertThat(magic).containsExactly(0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0);
    byte[] header = new byte[npy.getShort()];
    npy.get(header);
    assertThat(npy.position() % 64).isZero();
    assertThat(header[header.length - 1]).isEqualTo((byte) '\n');
    return new String(header, StandardCharsets.US_ASCII).strip();
  }

  @Test
  void jsonLinesSayWhatTheIndexHolds() throws IOException {
    Path made = write("out", VectorFormat.JSONL, FIRST);
    String text = Files.readString(made.resolve("vectors.jsonl"));
    List<String> ids = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      if (!line.isEmpty()) {
        JsonNode node = JsonMapper.builder().build().readTree(line);
        String id = node.get("id").asString();
        ids.add(id);
        float[] row = new float[node.get("vector").size()];
        for (int i = 0; i < row.length; i++) {
          row[i] = Float.parseFloat(node.get("vector").get(i).toString());
        }
        assertThat(row).isEqualTo(vectorOf(id, FIRST));
      }
    }
    assertThat(ids).isEqualTo(IDS);
    StringWriter streamed = new StringWriter();
    table(FIRST).writeJsonLines(streamed);
    assertThat(streamed).hasToString(text);
  }

  @Test
  void parquetHoldsWhatTheIndexHolds() throws IOException {
    Path made = write("out", VectorFormat.PARQUET, SECOND);
    Map<String, float[]> read = new TreeMap<>();
    List<String> ids = new ArrayList<>();
    try (ParquetFileReader file =
        ParquetFileReader.open(new LocalInputFile(made.resolve("vectors.parquet")))) {
      var schema = file.getFooter().getFileMetaData().getSchema();
      assertThat(schema.toString().replaceAll("\\s+", " "))
          .isEqualTo(
              "message papers { required binary id (STRING); required group vector (LIST) {"
                  + " repeated group list { required float element; } } } ");
      MessageColumnIO columns = new ColumnIOFactory().getColumnIO(schema);
      PageReadStore pages = file.readNextRowGroup();
      RecordReader<Group> rows = columns.getRecordReader(pages, new GroupRecordConverter(schema));
      for (long i = 0; i < pages.getRowCount(); i++) {
        Group row = rows.read();
        Group list = row.getGroup("vector", 0);
        float[] vector = new float[list.getFieldRepetitionCount("list")];
        for (int j = 0; j < vector.length; j++) {
          vector[j] = list.getGroup("list", j).getFloat("element", 0);
        }
        ids.add(row.getString("id", 0));
        read.put(row.getString("id", 0), vector);
      }
    }
    assertThat(ids).isEqualTo(IDS);
    read.forEach((id, vector) -> assertThat(vector).as(id).isEqualTo(vectorOf(id, SECOND)));
  }

  @ParameterizedTest
  @EnumSource(VectorFormat.class)
  void theSameIndexGivesTheSameBytes(VectorFormat format) throws IOException {
    Path once = write("once", format, FIRST);
    Path twice = write("twice", format, FIRST);
    List<String> files = new ArrayList<>(format.files());
    files.add(VectorTable.CARD);
    for (String file : files) {
      assertThat(twice.resolve(file)).hasSameBinaryContentAs(once.resolve(file));
    }
    try (var all = Files.list(once)) {
      assertThat(all.map(path -> path.getFileName().toString())).hasSameElementsAs(files);
    }
  }

  @Test
  void theCardSaysWhatItIs() throws IOException {
    Path made = write("out", VectorFormat.NPY, SECOND);
    JsonNode card = JsonMapper.builder().build().readTree(made.resolve("export.json").toFile());
    assertThat(card.get("model").asString()).isEqualTo("second");
    assertThat(card.get("identity").asString()).isEqualTo(SECOND.identity());
    assertThat(card.get("dimension").asInt()).isEqualTo(5);
    assertThat(card.get("build").asString()).isEqualTo(snapshot.info().build());
    assertThat(card.get("commit").asLong()).isEqualTo(snapshot.info().commit());
    assertThat(card.get("papers").asInt()).isEqualTo(IDS.size());
    assertThat(card.get("akin").asString()).isEqualTo("1.2.3");
  }

  @ParameterizedTest
  @EnumSource(VectorFormat.class)
  void anIndexWithoutVectorsGivesAnEmptyTable(VectorFormat format) throws IOException {
    Path empty = folder.resolve("empty");
    try (PaperIndexWriter writer = new LuceneStore(empty).writer(List.of(FIRST))) {
      writer.upsert(Paper.of("without", "", ""), null);
      writer.commit();
    }
    Path made = Files.createDirectory(folder.resolve("out"));
    try (PaperIndex opened = new LuceneStore(empty).open(PaperIndex.Check.FILES);
        IndexSnapshot nothing = opened.snapshot()) {
      VectorTable table = VectorTable.of(nothing, Optional.empty());
      assertThat(table.write(made, format, "1")).isZero();
    }
    assertThat(made.resolve(format.files().getFirst())).exists();
  }

  @Test
  void theFirstModelIsTheDefaultAndAnUnknownOneIsNamed() {
    assertThat(VectorTable.of(snapshot, Optional.empty()).space()).isEqualTo(FIRST);
    assertThatThrownBy(() -> VectorTable.of(snapshot, Optional.of("third")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("third", "first", "second");
  }
}
