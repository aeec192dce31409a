package dev.akin.recommend;

import dev.akin.index.store.Stores;
import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.PaperIndex;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.index.store.TextKey;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.vector.Embedding;
import dev.akin.vector.Space;
import dev.akin.vector.TextVectors;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An index of papers in a plane, each in a direction given in degrees.
public final class PlaneIndex {
  private static final Space PLANE = Space.of("plane", 2, Map.of("pooling", "by hand"));

  private PlaneIndex() {}

  /// Writes an index and opens it.
  public static PaperIndex of(Path directory, Map<Paper, Double> degrees) {
    try (PaperIndexWriter writer = Stores.at(directory).writer(List.of(PLANE))) {
      degrees.forEach(
          (paper, angle) -> {
            TextKey key = TextKey.of(paper.id() + paper.title());
            writer.addText(key, TextVectors.of(direction(angle)));
            writer.upsert(paper, key);
          });
      writer.commit();
    }
    return Stores.at(directory).open(PaperIndex.Check.NOTHING);
  }

  static Embedding direction(double degrees) {
    double angle = Math.toRadians(degrees);
    return Embedding.normalize(
        PLANE, new float[] {(float) Math.cos(angle), (float) Math.sin(angle)});
  }

  /// A paper with an abstract.
  public static Paper paper(String id, String title, String author, @Nullable String url) {
    return new Paper(
        new PaperId(id),
        title,
        "On " + title,
        author.isEmpty() ? List.of() : List.of(author),
        null,
        List.of(),
        url,
        null);
  }
}
