package dev.akin.index.lucene.build;

import dev.akin.index.lucene.document.PaperDocument;
import dev.akin.index.lucene.document.StoredPapers;
import dev.akin.index.lucene.document.Vectors;
import dev.akin.index.store.SimilarityMeasure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.Bits;

/// Random texts and papers of a reader, to measure how similar they are. An [IOException] is thrown
/// unchecked.
///
/// @hidden public for its own room only
public final class SimilaritySample implements SimilarityMeasure.SampledIndex {
  private final IndexReader reader;
  private final int models;
  private final int[] texts;

  /// @param models how many models the index has
  public SimilaritySample(IndexReader reader, int models) throws IOException {
    this.reader = reader;
    this.models = models;
    this.texts = all(reader);
  }

  /// All texts: 4 bytes a text, twice that while they are collected.
  private static int[] all(IndexReader reader) throws IOException {
    IntStream.Builder texts = IntStream.builder();
    for (LeafReaderContext leaf : reader.leaves()) {
      FloatVectorValues values = leaf.reader().getFloatVectorValues(PaperDocument.vector(0));
      if (values != null) {
        Bits live = leaf.reader().getLiveDocs();
        KnnVectorValues.DocIndexIterator docs = values.iterator();
        for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
          if (live == null || live.get(doc)) {
            texts.add(leaf.docBase + doc);
          }
        }
      }
    }
    return texts.build().toArray();
  }

  @Override
  public int texts() {
    return texts.length;
  }

  @Override
  public float[][][] vectors(int count, Random random) {
    for (int i = 0; i < count; i++) {
      int other = random.nextInt(i, texts.length);
      int text = texts[other];
      texts[other] = texts[i];
      texts[i] = text;
    }
    int[] chosen = Arrays.copyOf(texts, count);
    Arrays.sort(chosen);
    return read(chosen);
  }

  @Override
  public List<String> titles(int count, Random random) {
    int[] documents = random.ints(count, 0, reader.maxDoc()).sorted().distinct().toArray();
    List<String> titles = new ArrayList<>();
    try {
      StoredPapers.readIfThere(reader, documents, paper -> titles.add(paper.title()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return titles;
  }

  @Override
  public float[][][] nearest(float[] vector, int count) {
    IndexSearcher searcher = new IndexSearcher(reader);
    try {
      ScoreDoc[] near =
          searcher.search(new KnnFloatVectorQuery(PaperDocument.vector(0), vector, count), count)
              .scoreDocs;
      return read(Arrays.stream(near).mapToInt(hit -> hit.doc).sorted().toArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The vectors of texts, `[text][model][coordinate]`.
  ///
  /// @param documents in ascending order
  private float[][][] read(int[] documents) {
    float[][][] vectors = new float[documents.length][models][];
    try {
      for (int model = 0; model < models; model++) {
        Vectors values = new Vectors(reader, model);
        for (int i = 0; i < documents.length; i++) {
          vectors[i][model] = values.of(documents[i]).clone();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return vectors;
  }
}
