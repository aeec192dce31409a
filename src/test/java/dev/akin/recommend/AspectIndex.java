package dev.akin.recommend;

import dev.akin.index.store.Stores;
import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.index.store.TextKey;
import dev.akin.paper.Paper;
import dev.akin.vector.Embedding;
import dev.akin.vector.SentenceEmbeddings;
import dev.akin.vector.Space;
import dev.akin.vector.TextVectors;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/// Papers in a plane, with a direction for each text and each sentence. Headings say what the
/// sentences are about, and so with certainty. Each title has two words, each problem three, each
/// method four, each result five.
public final class AspectIndex {
  public static final Space PLANE = Space.of("plane", 2, Map.of("pooling", "by hand"));

  static final String PROBLEM = "Objective: Trees matter. ";
  static final String METHOD = "Methods: We count trees. ";
  static final String RESULT = "Results: There are few trees.";

  private AspectIndex() {}

  /// Writes the index. Cosines with `query` as a whole are those of each paper's first angle.
  ///
  /// - `query`: 0°; its title is at 0°, its problem at 90°, its method at 0°, its result at 180°
  /// - `method`: 60°; like the query in its title and its method, at 90° else
  /// - `whole`: 30°; at 90° in its title and its method
  /// - `titled`: 45°, known by its title alone
  /// - `french`: 120°, in French; its title is at 0°
  /// - `idle`: 90°; it has no method
  public static void write(Path directory) {
    try (PaperIndexWriter writer = Stores.at(directory).writer(List.of(PLANE))) {
      String all = PROBLEM + METHOD + RESULT;
      add(writer, Paper.of("query", "Counting trees", all), 0, 0, 90, 0, 180);
      add(writer, Paper.of("method", "Counting oaks", all), 60, 0, 90, 0, 90);
      add(writer, Paper.of("whole", "Tall elms", all), 30, 90, 0, 90, 0);
      add(writer, Paper.of("titled", "Old birches", ""), 45, 45);
      add(writer, Paper.of("french", "Vieux arbres", all).inLanguage("fr"), 120, 0, 0, 0, 0);
      add(writer, Paper.of("idle", "Young firs", PROBLEM + RESULT), 90, 90, 90, 90);
      writer.commit();
    }
  }

  private static void add(PaperIndexWriter writer, Paper paper, double text, double... sentences) {
    TextKey key = TextKey.of(paper.id().value());
    writer.addText(key, new TextVectors(List.of(direction(text)), sentences(sentences)));
    writer.upsert(paper, key);
  }

  /// The direction at an angle in degrees.
  public static Embedding direction(double degrees) {
    return Embedding.normalize(PLANE, vector(degrees));
  }

  /// Sentences at angles in degrees.
  public static SentenceEmbeddings sentences(double... degrees) {
    return SentenceEmbeddings.of(
        PLANE, DoubleStream.of(degrees).mapToObj(AspectIndex::vector).toList());
  }

  private static float[] vector(double degrees) {
    double angle = Math.toRadians(degrees);
    return new float[] {(float) Math.cos(angle), (float) Math.sin(angle)};
  }
}
