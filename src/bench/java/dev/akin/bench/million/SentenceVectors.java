package dev.akin.bench.million;

import dev.akin.Seed;
import dev.akin.paper.Paper;
import dev.akin.paper.Sentences;
import dev.akin.vector.Embedding;
import dev.akin.vector.SentenceEmbeddings;
import dev.akin.vector.Space;
import dev.akin.vector.TextVectors;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Vectors for the sentences of a text: its own vector with noise, so that they take as many bytes
/// as real ones. The noise comes from a table, because it would take longer to make than to write.
final class SentenceVectors {
  private static final int TABLE = 1 << 16;

  private final Space space;
  private final float[] noise = new float[TABLE];

  SentenceVectors(Space space) {
    this.space = space;
    Random random = Seed.fixed(1);
    for (int i = 0; i < TABLE; i++) {
      noise[i] = (float) (random.nextGaussian() / Math.sqrt(space.dimension()));
    }
  }

  /// All vectors of a text.
  TextVectors of(Paper paper, float[] vector) {
    int at = paper.id().hashCode();
    List<float[]> sentences = new ArrayList<>();
    for (String sentence : Sentences.of(paper.title(), paper.abstractText())) {
      at = 31 * at + sentence.hashCode();
      float[] values = vector.clone();
      for (int i = 0; i < values.length; i++) {
        values[i] += noise[(at + i) & (TABLE - 1)];
      }
      sentences.add(values);
    }
    return new TextVectors(
        List.of(Embedding.normalize(space, vector)), SentenceEmbeddings.of(space, sentences));
  }
}
