package dev.akin.recommend;

import dev.akin.index.store.Stores;
import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.index.store.TextKey;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.paper.PublicationDate;
import dev.akin.vector.Embedding;
import dev.akin.vector.Space;
import dev.akin.vector.TextVectors;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Five papers in a plane, so that cosines can be checked by hand.
public final class SmallIndex {
  /// Two dimensions.
  public static final Space PLANE = Space.of("plane", 2, Map.of("pooling", "by hand"));

  private SmallIndex() {}

  /// Makes the index; `east`, `northeast` (cosine to `east` 0.7071), `north` (0), `west` (-1), and
  /// `void`, which has no text.
  public static void write(Path directory) {
    try (PaperIndexWriter writer = Stores.at(directory).writer(List.of(PLANE))) {
      add(writer, "east", "Trees facing sunrise", "2021", 1, 0);
      add(writer, "northeast", "Trees facing a cold wind", "2022-05", 1, 1);
      add(writer, "north", "A cold wind over ice", "2023-05-17", 0, 1);
      add(writer, "west", "Rivers at sunset", "2024", -1, 0);
      writer.upsert(
          new Paper(new PaperId("void"), "", "", List.of(), null, List.of(), null, null), null);
      writer.commit();
    }
  }

  /// Adds one more paper and commits.
  public static void addOne(Path directory, String id, float x, float y) {
    try (PaperIndexWriter writer = Stores.at(directory).writer(List.of(PLANE))) {
      add(writer, id, "Title of " + id, "2025", x, y);
      writer.commit();
    }
  }

  /// Merges the files into one segment and commits.
  public static void compact(Path directory) {
    try (PaperIndexWriter writer = Stores.at(directory).writer(List.of(PLANE))) {
      writer.compact(0, null);
    }
  }

  private static void add(
      PaperIndexWriter writer, String id, String title, String date, float x, float y) {
    TextKey key = TextKey.of(title);
    writer.addText(key, TextVectors.of(Embedding.normalize(PLANE, new float[] {x, y})));
    writer.upsert(
        new Paper(
            new PaperId(id),
            title,
            id.equals("west") ? "" : "About " + title + " <b>&</b>",
            List.of("Ada " + id),
            PublicationDate.parse(date),
            List.of("geo." + id),
            id.equals("north") ? "javascript:alert(1)" : "https://example.org/" + id,
            null),
        key);
  }
}
