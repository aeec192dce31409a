package dev.akin.index.lucene.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.index.record.IndexFields;
import dev.akin.paper.Paper;
import dev.akin.roles.PaperRoles;
import java.io.IOException;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

class StoredRolesTest {
  private static final Paper PAPER =
      Paper.of(
          "p",
          "Counting old trees",
          "Trees are old and nobody has counted them. We walk through the woods and count them"
              + " with a new device. Our experiments show that there are fewer than expected.");

  @Test
  void readsWhatIsStored() throws IOException {
    Document paper = PaperDocument.of(PAPER);
    // Other roles than those that would be found.
    byte[] given = PaperRoles.of(PAPER.inLanguage("fr")).toBytes();
    paper.removeField(IndexFields.ROLES);
    paper.add(new BinaryDocValuesField(IndexFields.ROLES, new BytesRef(given)));
    assertThat(read(paper)).isEqualTo(given).isNotEqualTo(PaperRoles.of(PAPER).toBytes());
  }

  @Test
  void findsTheRolesOfAPaperThatAnEarlierAkinWrote() throws IOException {
    Document old = PaperDocument.of(PAPER);
    old.removeField(IndexFields.ROLES);
    assertThat(read(old)).isEqualTo(read(PaperDocument.of(PAPER)));
  }

  /// The roles of the second of three papers, of which the others have none.
  private static byte[] read(Document document) throws IOException {
    Document other = PaperDocument.of(Paper.of("o", "", ""));
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
      try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
        writer.addDocument(other);
        writer.addDocument(document);
        writer.addDocument(other);
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        StoredRoles roles = new StoredRoles(reader);
        assertThat(roles.of(0).count()).isZero();
        byte[] read = roles.of(1).toBytes();
        assertThat(roles.of(2).count()).isZero();
        return read;
      }
    }
  }
}
