package dev.akin.index.lucene.build;

import dev.akin.index.lucene.document.PaperDocument;
import dev.akin.index.lucene.document.StoredPapers;
import dev.akin.index.lucene.document.Vectors;
import dev.akin.index.store.PhraseModel;
import dev.akin.index.store.Rarity;
import dev.akin.index.store.SimilarityScale;
import dev.akin.vector.Cosine;
import dev.akin.vector.Embedding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
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
import org.jspecify.annotations.Nullable;

/// Measures a [SimilarityScale] with the cosines of random pairs of texts, those of parts of titles
/// with random texts, and the neighbors of some texts. With several models, the cosine of two texts
/// is the mean of the models' cosines.
///
/// @hidden public for its own room only
public final class SimilaritySample {
  private static final int PAIRS = 100_000;
  private static final int MAX_TEXTS = 20_000;
  private static final int QUERIES = 500;
  private static final int BEAM = 64;
  private static final int NEIGHBORS = 5;
  private static final int PHRASES = 300;

  /// What people search for is about as long.
  private static final int WORDS_OF_PHRASE = 3;

  private static final long SEED = 1;

  private final IndexReader reader;
  private final int models;
  private final Random random = new Random(SEED);

  /// @param models how many models the index has
  public SimilaritySample(IndexReader reader, int models) {
    this.reader = reader;
    this.models = models;
  }

  /// Measures.
  ///
  /// @param floor the default minimum similarity, as a rarity
  /// @param model of phrases; absent if there is none at hand
  /// @return absent if there are too few texts
  public @Nullable SimilarityScale measure(double floor, @Nullable PhraseModel model)
      throws IOException {
    int[] texts = texts();
    if (texts.length < SimilarityScale.MIN_TEXTS) {
      return null;
    }
    float[][][] vectors = read(sample(texts));
    Rarity rarity = Rarity.of(pairs(vectors));
    double coverage = coverage(vectors, rarity, floor);
    double[] near = model == null ? new double[0] : nearPhrases(vectors, model);
    return new SimilarityScale(
        texts.length, rarity, near.length == 0 ? null : Rarity.of(near), floor, coverage);
  }

  /// The cosines of phrases with random texts.
  private double[] nearPhrases(float[][][] vectors, PhraseModel model) throws IOException {
    List<float[][]> phrases =
        model.embed(phrases()).stream()
            .filter(Objects::nonNull)
            .map(phrase -> phrase.stream().map(Embedding::toArray).toArray(float[][]::new))
            .toList();
    double[] cosines = new double[phrases.isEmpty() ? 0 : PAIRS];
    for (int pair = 0; pair < cosines.length; pair++) {
      float[][] text = vectors[random.nextInt(vectors.length)];
      cosines[pair] = cosine(phrases.get(pair % phrases.size()), text);
    }
    return cosines;
  }

  /// A few successive words of the titles of random papers.
  private List<String> phrases() throws IOException {
    int[] documents = random.ints(10 * PHRASES, 0, reader.maxDoc()).sorted().distinct().toArray();
    List<String> phrases = new ArrayList<>();
    StoredPapers.readIfThere(
        reader,
        documents,
        paper -> {
          if (paper.title().isBlank()) {
            return;
          }
          String[] words = paper.title().split(" ");
          int from = random.nextInt(Math.max(1, words.length - WORDS_OF_PHRASE + 1));
          int to = Math.min(words.length, from + WORDS_OF_PHRASE);
          phrases.add(String.join(" ", Arrays.copyOfRange(words, from, to)));
        });
    Collections.shuffle(phrases, random);
    return phrases.subList(0, Math.min(PHRASES, phrases.size()));
  }

  /// All texts: 4 bytes a text, twice that while they are collected.
  private int[] texts() throws IOException {
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

  /// A random sample of texts, in ascending order.
  ///
  /// @param texts are shuffled
  private int[] sample(int[] texts) {
    int count = Math.min(MAX_TEXTS, texts.length);
    for (int i = 0; i < count; i++) {
      int other = random.nextInt(i, texts.length);
      int text = texts[other];
      texts[other] = texts[i];
      texts[i] = text;
    }
    int[] chosen = Arrays.copyOf(texts, count);
    Arrays.sort(chosen);
    return chosen;
  }

  /// The vectors of texts, `[text][model][coordinate]`.
  ///
  /// @param texts in ascending order
  private float[][][] read(int[] texts) throws IOException {
    float[][][] vectors = new float[texts.length][models][];
    for (int model = 0; model < models; model++) {
      Vectors values = new Vectors(reader, model);
      for (int i = 0; i < texts.length; i++) {
        vectors[i][model] = values.of(texts[i]).clone();
      }
    }
    return vectors;
  }

  private double[] pairs(float[][][] vectors) {
    double[] cosines = new double[PAIRS];
    for (int pair = 0; pair < PAIRS; pair++) {
      int one = random.nextInt(vectors.length);
      int other = (one + random.nextInt(1, vectors.length)) % vectors.length;
      cosines[pair] = cosine(vectors[one], vectors[other]);
    }
    return cosines;
  }

  private double cosine(float[][] one, float[][] other) {
    return IntStream.range(0, models)
        .mapToDouble(model -> Cosine.of(one[model], other[model]))
        .average()
        .orElseThrow();
  }

  private double coverage(float[][][] vectors, Rarity rarity, double floor) throws IOException {
    IndexSearcher searcher = new IndexSearcher(reader);
    int covered = 0;
    int queries = Math.min(QUERIES, vectors.length);
    for (int i = 0; i < queries; i++) {
      float[][] query = vectors[random.nextInt(vectors.length)];
      // The text finds itself, too.
      covered += countAbove(floor, query, searcher, rarity) > NEIGHBORS ? 1 : 0;
    }
    return covered / (double) queries;
  }

  private long countAbove(double floor, float[][] query, IndexSearcher searcher, Rarity rarity)
      throws IOException {
    ScoreDoc[] near =
        searcher.search(new KnnFloatVectorQuery(PaperDocument.vector(0), query[0], BEAM), BEAM)
            .scoreDocs;
    float[][][] found = read(Arrays.stream(near).mapToInt(hit -> hit.doc).sorted().toArray());
    return Arrays.stream(found).filter(text -> rarity.of(cosine(query, text)) >= floor).count();
  }
}
