package dev.akin.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.akin.index.store.BothStores;
import dev.akin.index.store.IndexException;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.NearestOptions;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.index.store.Stores;
import dev.akin.index.store.TextKey;
import dev.akin.paper.Paper;
import dev.akin.vector.Embedding;
import dev.akin.vector.SentenceEmbeddings;
import dev.akin.vector.Space;
import dev.akin.vector.TextVectors;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several vectors of a text, one for each model, and the vectors of its sentences.
@BothStores
class ColumnsTest {
  private static final Space SOLID = Space.of("solid", 3, Map.of("pooling", "mean"));
  private static final List<Space> BOTH = List.of(Samples.PLANE, SOLID);

  @TempDir Path folder;

  @Test
  void areStoredAndFoundEachInItsSpace() {
    write(
        writer -> {
          put(writer, "x", Samples.at(0), solid(0, 0, 1));
          put(writer, "y", Samples.at(90), solid(1, 0, 0));
          put(writer, "z", Samples.at(45), solid(1, 0, 1));
        });
    // Another session makes another segment.
    write(writer -> put(writer, "w", Samples.at(20), solid(0, 1, 0)));
    Samples.look(
        folder,
        snapshot -> {
          assertThat(snapshot.info().spaces()).isEqualTo(BOTH);
          assertThat(near(snapshot, Samples.at(0))).containsExactly("x", "w", "z", "y");
          assertThat(near(snapshot, solid(1, 0, 0.1f))).containsExactly("y", "z", "x", "w");
          List<Embedding> embeddings = snapshot.embeddings(Samples.find(snapshot, "z"));
          assertThat(embeddings).extracting(Embedding::space).isEqualTo(BOTH);
          assertThat(embeddings.getFirst().cosine(Samples.at(45))).isCloseTo(1, within(1e-6));
          assertThat(embeddings.getLast().cosine(solid(1, 0, 1))).isCloseTo(1, within(1e-6));
          assertThatThrownBy(() -> near(snapshot, Samples.vectorOf("other")))
              .isInstanceOf(IllegalArgumentException.class)
              .hasMessageContaining("another model");
        });
  }

  private static List<String> near(IndexSnapshot snapshot, Embedding query) {
    return Samples.ids(snapshot, snapshot.nearest(query, 10, NearestOptions.DEFAULT));
  }

  @Test
  void ofOtherModelsAreRefused() {
    write(writer -> put(writer, "x", Samples.at(0), solid(0, 0, 1)));
    Space other = Space.of("solid", 3, Map.of("pooling", "cls"));
    assertThatThrownBy(() -> Stores.at(folder).writer(List.of(Samples.PLANE, other)))
        .isInstanceOf(IndexException.class)
        .hasMessageContaining("pooling")
        .hasMessageContaining("mean")
        .hasMessageContaining("cls");
    assertThatThrownBy(() -> Stores.at(folder).writer(List.of(Samples.PLANE)))
        .isInstanceOf(IndexException.class)
        .hasMessageContaining("solid");
    assertThatThrownBy(() -> Stores.at(folder).writer(BOTH.reversed()))
        .isInstanceOf(IndexException.class)
        .hasMessageContaining("dimension");
    write(
        writer ->
            assertThatThrownBy(() -> writer.addText(TextKey.of("y"), TextVectors.of(Samples.at(0))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("other models"));
  }

  @Test
  void keepTheSentencesOfATextBesideThem() {
    SentenceEmbeddings two =
        SentenceEmbeddings.of(
            Samples.PLANE, List.of(new float[] {1, 0}, new float[] {0.3f, -0.4f}));
    TextKey key = TextKey.of("x");
    write(
        writer -> {
          writer.addText(key, new TextVectors(List.of(Samples.at(0), solid(0, 0, 1)), two));
          writer.upsert(Samples.paper("x", "On x"), key);
          writer.upsert(Samples.paper("again", "On x"), key);
          put(writer, "y", Samples.at(90), solid(1, 0, 0));
          writer.upsert(Paper.of("void", "", ""), null);
        });
    Samples.look(
        folder,
        snapshot -> {
          for (String id : List.of("x", "again")) {
            SentenceEmbeddings stored = snapshot.sentences(Samples.find(snapshot, id));
            assertThat(Objects.requireNonNull(stored).toBytes()).isEqualTo(two.toBytes());
          }
          assertThat(
                  Objects.requireNonNull(snapshot.sentences(Samples.find(snapshot, "y"))).count())
              .isZero();
          assertThat(snapshot.sentences(Samples.find(snapshot, "void"))).isNull();
        });
  }

  private static Embedding solid(float... values) {
    return Embedding.normalize(SOLID, values);
  }

  private static void put(PaperIndexWriter writer, String id, Embedding plane, Embedding solid) {
    TextKey key = TextKey.of(id);
    writer.addText(
        key, new TextVectors(List.of(plane, solid), SentenceEmbeddings.none(Samples.PLANE)));
    writer.upsert(Samples.paper(id, "On " + id), key);
  }

  private void write(Consumer<PaperIndexWriter> change) {
    try (PaperIndexWriter writer = Stores.at(folder).writer(BOTH)) {
      change.accept(writer);
      writer.commit();
    }
  }
}
