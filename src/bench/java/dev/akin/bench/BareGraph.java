package dev.akin.bench;

import dev.akin.Temporary;
import dev.akin.index.store.IndexSnapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.store.FSDirectory;

/// What akin's answers are compared with: a Lucene index that has nothing but the vectors of an
/// index, in the same order, in one graph. It is made in a temporary folder. Close it.
final class BareGraph implements AutoCloseable {
  private static final String FIELD = "vector";

  private final Path folder;
  private final FSDirectory files;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;

  BareGraph(IndexSnapshot snapshot, Codec codec) throws IOException {
    folder = Files.createTempDirectory("akin-bare-");
    files = FSDirectory.open(folder);
    IndexWriterConfig config = new IndexWriterConfig().setCodec(codec);
    try (IndexWriter writer = new IndexWriter(files, config)) {
      snapshot.scan(
          paper ->
              snapshot.embeddings(paper).stream()
                  .limit(1)
                  .forEach(first -> add(writer, first.toArray())));
      writer.forceMerge(1);
    }
    reader = DirectoryReader.open(files);
    searcher = new IndexSearcher(reader);
  }

  private static void add(IndexWriter writer, float[] vector) {
    try {
      writer.addDocument(
          List.of(new KnnFloatVectorField(FIELD, vector, VectorSimilarityFunction.DOT_PRODUCT)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Searches, and forgets what it found.
  void search(float[] query, int beam) throws IOException {
    searcher.search(new KnnFloatVectorQuery(FIELD, query, beam), beam);
  }

  @Override
  public void close() throws IOException {
    reader.close();
    files.close();
    Temporary.delete(folder);
  }
}
