package dev.akin.index.lucene.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.index.record.IndexFields;
import dev.akin.paper.Paper;
import dev.akin.work.TitlePage;
import java.io.IOException;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

class StoredTitlePagesTest {
  private static final Paper PAPER = Paper.of("p", "Counting old trees", "");
  private static final Paper OTHER = Paper.of("o", "Felling young trees", "");

  @Test
  void areReadAsTheyAreStored() throws IOException {
    Document paper = PaperDocument.of(PAPER);
    // Another page than the one that would be made.
    paper.removeField(IndexFields.TITLE_PAGE);
    paper.add(
        new BinaryDocValuesField(
            IndexFields.TITLE_PAGE, new BytesRef(TitlePage.of(OTHER).toBytes())));
    isRead(paper, OTHER);
  }

  @Test
  void areMadeOfAPaperThatAnEarlierAkinWrote() throws IOException {
    Document old = PaperDocument.of(PAPER);
    old.removeField(IndexFields.TITLE_PAGE);
    isRead(old, PAPER);
  }

  /// @param expected whose title page the document should have
  private static void isRead(Document document, Paper expected) throws IOException {
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
      try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
        writer.addDocument(PaperDocument.of(OTHER));
        writer.addDocument(PaperDocument.tombstone(OTHER.id()));
        writer.addDocument(document);
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        StoredTitlePages pages = new StoredTitlePages(reader);
        assertThat(pages.of(0).toBytes()).isEqualTo(TitlePage.of(OTHER).toBytes());
        assertThat(pages.of(2).toBytes()).isEqualTo(TitlePage.of(expected).toBytes());
      }
    }
  }
}
