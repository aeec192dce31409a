package dev.akin.index.lucene;

import static dev.akin.index.lucene.Samples.change;
import static dev.akin.index.lucene.Samples.index;
import static dev.akin.index.lucene.Samples.paper;
import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.index.record.IndexFields;
import dev.akin.paper.PaperId;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The lengths of documents in the fields of words, by which their words are scored.
class WordLengthsTest {
  /// Two papers, the text that they share, and a tombstone: if one of them had no length, Lucene
  /// would look up those of all others in a list.
  @ParameterizedTest
  @ValueSource(strings = {IndexFields.WORDS, IndexFields.TITLE_WORDS})
  void everyDocumentHasOne(String field, @TempDir Path directory) throws IOException {
    index(directory, paper("first", "A text"), paper("second", "A text"), paper("gone", "Gone"));
    change(directory, writer -> writer.deletePermanently(new PaperId("gone")));
    try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(Damage.build(directory)))) {
      assertThat(reader.numDocs()).isEqualTo(4);
      for (LeafReaderContext leaf : reader.leaves()) {
        NumericDocValues lengths = leaf.reader().getNormValues(field);
        for (int document = 0; document < leaf.reader().maxDoc(); document++) {
          assertThat(lengths.advanceExact(document)).isTrue();
        }
      }
    }
  }
}
