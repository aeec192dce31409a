package dev.akin.index.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.lucene.Samples;
import dev.akin.paper.PaperId;
import dev.akin.vector.Embedding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The scale is measured when an index is compacted.
class SimilarityScaleTest {
  private static final double FLOOR = 1;

  @TempDir Path folder;

  @Test
  void isAbsentUnderAHundredTexts() {
    compact(writer -> put(writer, 99));
    assertThat(scale()).isNull();
    compact(writer -> put(writer, 100));
    assertThat(texts()).isEqualTo(100);
    compact(writer -> writer.delete(new PaperId("p5")));
    assertThat(scale()).isNull();
  }

  @Test
  void isWhatAPlainLoopOverAllPairsShows() {
    compact(writer -> put(writer, 150));
    List<Embedding> vectors = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      vectors.add(Samples.vectorOf("On p" + i + " "));
    }
    double[] cosines = new double[150 * 149 / 2];
    int pair = 0;
    for (int i = 0; i < 150; i++) {
      for (int j = 0; j < i; j++) {
        cosines[pair++] = vectors.get(i).cosine(vectors.get(j));
      }
    }
    Rarity all = Rarity.of(cosines);
    SimilarityScale measured = Objects.requireNonNull(scale());
    for (double rarity = 0.2; rarity < 2; rarity += 0.2) {
      assertThat(measured.rarity().of(all.cosineAt(rarity))).isCloseTo(rarity, within(0.05));
    }
    assertThat(measured.floor()).isEqualTo(FLOOR);
    long covered =
        vectors.stream()
            .filter(one -> isCovered(one, vectors, measured.rarity().cosineAt(FLOOR)))
            .count();
    // 150 draws of 150 with replacement: the standard error is at most 0.04.
    assertThat(measured.coverage()).isCloseTo(covered / 150.0, within(0.12));
  }

  private static boolean isCovered(Embedding one, List<Embedding> vectors, double least) {
    double[] near = vectors.stream().mapToDouble(one::cosine).filter(c -> c >= least).toArray();
    return Arrays.stream(near).count() > 5;
  }

  @Test
  void isMeasuredAgainWhenTextsChangeAndNotOtherwise() {
    long first = compact(writer -> put(writer, 120));
    String rarity = rarity();
    assertThat(compact(writer -> {})).as("nothing changed").isEqualTo(first);
    long renamed =
        compact(
            writer ->
                writer.upsert(Samples.by("p3", "Ada Byron"), Samples.keyOf(Samples.by("p3"))));
    assertThat(renamed).as("one commit for the record").isEqualTo(first + 1);
    assertThat(rarity()).isEqualTo(rarity);
    long changed =
        compact(
            writer -> {
              writer.delete(new PaperId("p3"));
              Samples.put(writer, Samples.paper("new", "Another title"));
            });
    assertThat(changed).as("one commit for the text, one for the measure").isEqualTo(renamed + 2);
    assertThat(texts()).isEqualTo(120);
    assertThat(rarity()).isNotEqualTo(rarity);
    assertThat(compact(writer -> {})).isEqualTo(changed);
  }

  @Test
  void isMeasuredAgainForAnotherFloor() {
    long first = compact(writer -> put(writer, 120));
    try (PaperIndexWriter writer = new LuceneStore(folder).writer(List.of(Samples.SPACE))) {
      writer.compact(2, null);
      assertThat(writer.commit()).isEqualTo(first + 1);
    }
    assertThat(Objects.requireNonNull(scale()).floor()).isEqualTo(2);
  }

  @Test
  void isLeftAsItIsByAWriterThatDoesNotCompact() {
    compact(writer -> put(writer, 120));
    String rarity = rarity();
    Samples.index(folder, Samples.paper("new", "Another title"));
    assertThat(rarity()).isEqualTo(rarity);
    assertThat(texts()).isEqualTo(120);
  }

  @Test
  void knowsHowNearPhrasesAreIfAModelIsAtHand() {
    compact(writer -> put(writer, 120));
    assertThat(Objects.requireNonNull(scale()).ofPhrases()).isNull();
    assertThat(scale().floorOf(true)).as("nothing is known").isZero();

    List<String> phrases = new ArrayList<>();
    try (PaperIndexWriter writer = new LuceneStore(folder).writer(List.of(Samples.SPACE))) {
      Samples.put(writer, Samples.paper("long", "One two three four five"));
      writer.compact(
          FLOOR,
          asked -> {
            phrases.addAll(asked);
            List<@Nullable List<Embedding>> vectors = new ArrayList<>();
            asked.forEach(_ -> vectors.add(List.of(Samples.vectorOf("On p7 "))));
            vectors.set(0, null); // without a direction
            return vectors;
          });
    }
    assertThat(phrases)
        .hasSize(121)
        .contains("On p7")
        .allSatisfy(phrase -> assertThat(phrase.split(" ")).hasSizeBetween(2, 3));
    double[] cosines = new double[120];
    Arrays.setAll(
        cosines, i -> Samples.vectorOf("On p7 ").cosine(Samples.vectorOf("On p" + i + " ")));
    Rarity measured = Objects.requireNonNull(Objects.requireNonNull(scale()).ofPhrases());
    double median = Rarity.of(cosines).cosineAt(Math.log10(2));
    assertThat(measured.of(median)).isCloseTo(Math.log10(2), within(0.05));
    assertThat(scale().floorOf(true)).isPositive();

    compact(writer -> writer.delete(new PaperId("p3")));
    assertThat(scale().ofPhrases()).as("kept without a model").isNotNull();
    assertThat(Objects.requireNonNull(scale().ofPhrases()).of(median))
        .isEqualTo(measured.of(median));
  }

  private static void put(PaperIndexWriter writer, int papers) {
    for (int i = 0; i < papers; i++) {
      Samples.put(writer, Samples.paper("p" + i, "On p" + i));
    }
  }

  /// @return the number of the last commit
  private long compact(Consumer<PaperIndexWriter> change) {
    try (PaperIndexWriter writer = new LuceneStore(folder).writer(List.of(Samples.SPACE))) {
      change.accept(writer);
      writer.compact(FLOOR, null);
      return writer.commit();
    }
  }

  private @Nullable SimilarityScale scale() {
    try (PaperIndex index = new LuceneStore(folder).open(PaperIndex.Check.FILES);
        IndexSnapshot snapshot = index.snapshot()) {
      return snapshot.info().similarityScale();
    }
  }

  private int texts() {
    return Objects.requireNonNull(scale()).texts();
  }

  private String rarity() {
    return Objects.requireNonNull(scale()).rarity().toText();
  }
}
