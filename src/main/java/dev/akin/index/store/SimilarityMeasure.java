package dev.akin.index.store;

import dev.akin.vector.Cosine;
import dev.akin.vector.Embedding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Measures a [SimilarityScale] with the cosines of random pairs of texts, those of parts of titles
/// with random texts, and the neighbors of some texts. With several models, the cosine of two texts
/// is the mean of the models' cosines.
///
/// @hidden public for its own room only
public final class SimilarityMeasure {
  private static final int PAIRS = 100_000;
  private static final int MAX_TEXTS = 20_000;
  private static final int QUERIES = 500;
  private static final int BEAM = 64;
  private static final int NEIGHBORS = 5;
  private static final int PHRASES = 300;

  /// What people search for is about as long.
  private static final int WORDS_OF_PHRASE = 3;

  private static final long SEED = 1;

  /// An index to measure. Vectors are `[text][model][coordinate]`.
  public interface SampledIndex {
    /// How many distinct texts there are.
    int texts();

    /// The vectors of random texts.
    ///
    /// @param count maximum number of texts
    float[][][] vectors(int count, Random random);

    /// The titles of random papers, blank ones included.
    ///
    /// @param count about how many
    List<String> titles(int count, Random random);

    /// The vectors of the texts nearest to a vector of the first model.
    float[][][] nearest(float[] vector, int count);
  }

  private final SampledIndex sample;
  private final Random random = new Random(SEED);

  public SimilarityMeasure(SampledIndex sample) {
    this.sample = sample;
  }

  /// Measures.
  ///
  /// @param floor the default minimum similarity, as a rarity
  /// @param model of phrases; absent if there is none at hand
  /// @return absent if there are too few texts
  public @Nullable SimilarityScale measure(double floor, @Nullable PhraseModel model) {
    int texts = sample.texts();
    if (texts < SimilarityScale.MIN_TEXTS) {
      return null;
    }
    float[][][] vectors = sample.vectors(Math.min(MAX_TEXTS, texts), random);
    Rarity rarity = Rarity.of(pairs(vectors));
    double coverage = coverage(vectors, rarity, floor);
    double[] near = model == null ? new double[0] : nearPhrases(vectors, model);
    return new SimilarityScale(
        texts, rarity, near.length == 0 ? null : Rarity.of(near), floor, coverage);
  }

  /// The cosines of phrases with random texts.
  private double[] nearPhrases(float[][][] vectors, PhraseModel model) {
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
  private List<String> phrases() {
    List<String> phrases = new ArrayList<>();
    for (String title : sample.titles(10 * PHRASES, random)) {
      if (!title.isBlank()) {
        String[] words = title.split(" ");
        int from = random.nextInt(Math.max(1, words.length - WORDS_OF_PHRASE + 1));
        int to = Math.min(words.length, from + WORDS_OF_PHRASE);
        phrases.add(String.join(" ", Arrays.copyOfRange(words, from, to)));
      }
    }
    Collections.shuffle(phrases, random);
    return phrases.subList(0, Math.min(PHRASES, phrases.size()));
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

  private static double cosine(float[][] one, float[][] other) {
    return IntStream.range(0, one.length)
        .mapToDouble(model -> Cosine.of(one[model], other[model]))
        .average()
        .orElseThrow();
  }

  private double coverage(float[][][] vectors, Rarity rarity, double floor) {
    int covered = 0;
    int queries = Math.min(QUERIES, vectors.length);
    for (int i = 0; i < queries; i++) {
      float[][] query = vectors[random.nextInt(vectors.length)];
      // The text finds itself, too.
      covered += countAbove(floor, query, rarity) > NEIGHBORS ? 1 : 0;
    }
    return covered / (double) queries;
  }

  private long countAbove(double floor, float[][] query, Rarity rarity) {
    return Arrays.stream(sample.nearest(query[0], BEAM))
        .filter(text -> rarity.of(cosine(query, text)) >= floor)
        .count();
  }
}
