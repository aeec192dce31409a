package dev.akin.index.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.paper.Paper;
import dev.akin.work.TitlePage;
import java.io.IOException;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

class StoredTitlePagesTest {
  private static final Paper PAPER = Paper.of("p", "Counting old trees", "");
  private static final Paper OTHER = Paper.of("o", "Felling young trees", "");

  @Test
  void areReadAsTheyAreStored() throws IOException {
    Document paper = PaperDocument.of(PAPER, null);
    // Another page than the one that would be made.
    paper.removeField(PaperDocument.TITLE_PAGE);
    paper.add(PaperDocument.titlePage(OTHER));
    isRead(paper, OTHER, 0);
  }

  @Test
  void areMadeOfAPaperThatAnEarlierAkinWrote() throws IOException {
    Document old = PaperDocument.of(PAPER, null);
    old.removeField(PaperDocument.TITLE_PAGE);
    isRead(old, PAPER, 1);
  }

  /// @param expected whose title page the document should have
  /// @param missing how many title pages are missing
  private static void isRead(Document document, Paper expected, int missing) throws IOException {
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
      try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
        writer.addDocument(PaperDocument.of(OTHER, null));
        writer.addDocument(PaperDocument.tombstone(OTHER.id()));
        writer.addDocument(document);
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        StoredTitlePages pages = new StoredTitlePages(reader);
        assertThat(pages.of(0).toBytes()).isEqualTo(TitlePage.of(OTHER).toBytes());
        assertThat(pages.of(2).toBytes()).isEqualTo(TitlePage.of(expected).toBytes());
        assertThat(new IndexSearcher(reader).count(StoredTitlePages.missing())).isEqualTo(missing);
      }
    }
  }
}
