package dev.akin.index.lucene.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.base.AkinException.Kind;
import dev.akin.index.lucene.Damage;
import dev.akin.index.lucene.Samples;
import dev.akin.index.lucene.commit.NewestCommit;
import dev.akin.index.lucene.graph.PaperCodec;
import dev.akin.index.record.IndexFields;
import dev.akin.index.record.PackedRecord;
import dev.akin.index.record.PaperRecord;
import dev.akin.index.store.Filter;
import dev.akin.index.store.IndexException;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.NearestOptions;
import dev.akin.index.store.PaperStatus;
import dev.akin.index.store.TextKey;
import dev.akin.paper.Paper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Damaged records and vectors are noticed when they are read, in files that look whole.
class DamagedDocumentTest {
  private static final Paper PAPER = Samples.paper("ada", "On engines");

  @TempDir Path folder;

  @BeforeEach
  void index() {
    Samples.index(folder, PAPER, Samples.paper("bob", "On wool"));
  }

  private interface Change {
    void make(IndexWriter writer) throws IOException;
  }

  private void change(Change change) throws IOException {
    try (FSDirectory files = FSDirectory.open(Damage.build(folder));
        IndexWriter writer =
            new IndexWriter(files, new IndexWriterConfig().setCodec(new PaperCodec()))) {
      writer.setLiveCommitData(NewestCommit.in(Damage.build(folder)).facts().entrySet());
      change.make(writer);
      writer.commit();
    }
  }

  private void store(byte[] record) throws IOException {
    change(
        writer ->
            writer.updateBinaryDocValue(
                new Term(IndexFields.ID, "ada"), IndexFields.RECORD, new BytesRef(record)));
  }

  private void requireRefused(String what, Consumer<IndexSnapshot> read) {
    Samples.look(
        folder,
        snapshot ->
            assertThatThrownBy(() -> read.accept(snapshot))
                .isInstanceOf(IndexException.class)
                .hasMessageContainingAll(folder.toString(), what, "akin verify")
                .extracting(e -> ((IndexException) e).kind())
                .isEqualTo(Kind.IO));
  }

  @Test
  void aRecordWithAFlippedBitIsNeverRead() throws IOException {
    byte[] record = PaperRecord.of(PAPER).bytes;
    for (int bit = 0; bit < 8 * record.length; bit++) {
      byte[] flipped = record.clone();
      flipped[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThat(PaperRecord.isOf(new BytesRef(flipped), PAPER)).as("bit %d", bit).isFalse();
      if (bit % 37 == 0) {
        store(flipped);
        requireRefused("the record of ada", snapshot -> paper(snapshot, "ada"));
        requireRefused("the record of ada", snapshot -> snapshot.status(PAPER));
      }
    }
    Samples.look(
        folder, snapshot -> assertThat(paper(snapshot, "bob").title()).isEqualTo("On wool"));
  }

  private static Paper paper(IndexSnapshot snapshot, String id) {
    return snapshot.paper(Samples.find(snapshot, id));
  }

  /// An earlier akin did not pack records.
  @Test
  void aRecordWithoutChecksumIsThatOfItsPaper() throws IOException {
    BytesRef unpacked = Objects.requireNonNull(PackedRecord.unpack(PaperRecord.of(PAPER)));
    byte[] record = BytesRef.deepCopyOf(unpacked).bytes;
    store(record);
    Samples.look(
        folder,
        snapshot -> {
          assertThat(paper(snapshot, "ada")).isEqualTo(PAPER);
          assertThat(snapshot.status(PAPER)).isEqualTo(PaperStatus.SAME);
          assertThat(snapshot.status(Samples.paper("ada", "On engine")))
              .isEqualTo(PaperStatus.OTHER_TEXT);
        });
    record[0] = 127; // the length of the id
    store(record);
    requireRefused("the record of ada", snapshot -> paper(snapshot, "ada"));
  }

  /// 1² + 0.1² is 1.0050².
  @Test
  void aVectorThatIsTooLongIsNotUsed() throws IOException {
    NearestOptions exact = new NearestOptions(Filter.NONE, NearestOptions.Method.EXACT);
    Samples.index(folder, Samples.paper("ada2", PAPER.title()));
    String key = TextKey.of(Samples.textOf(PAPER)).value();
    for (float other : List.of(0.1f, 1e15f)) {
      change(
          writer -> writer.updateDocument(new Term(PaperDocument.KEY, key), text(key, 1, other)));
      requireRefused(
          "the vector of ada",
          snapshot ->
              snapshot.nearest(Samples.vectorOf("x"), new int[] {Samples.find(snapshot, "ada")}));
      requireRefused(
          "the vector of ada", snapshot -> snapshot.embeddings(Samples.find(snapshot, "ada")));
    }
    requireRefused(
        "the vector of ada", snapshot -> snapshot.nearest(Samples.vectorOf("x"), 2, exact));
  }

  private static Document text(String key, float first, float second) {
    Document document = new Document();
    document.add(new StringField(PaperDocument.KEY, key, StringField.Store.NO));
    document.add(new SortedDocValuesField(PaperDocument.TEXT, new BytesRef(key)));
    document.add(
        new KnnFloatVectorField(
            PaperDocument.vector(0),
            new float[] {first, second, 0, 0, 0, 0, 0, 0},
            VectorSimilarityFunction.DOT_PRODUCT));
    return document;
  }
}
