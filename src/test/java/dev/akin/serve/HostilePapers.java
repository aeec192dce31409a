package dev.akin.serve;

import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.index.store.TextKey;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.paper.PublicationDate;
import dev.akin.recommend.SmallIndex;
import dev.akin.vector.Embedding;
import dev.akin.vector.TextVectors;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Papers whose texts want to be more than texts.
final class HostilePapers {
  private static final Map<String, String> TITLES =
      Map.of(
          "plain", "Trees facing sunrise",
          "script", "<script>alert(1)</script></title><svg onload=alert(1)>",
          "image", "\"><img src=x onerror=\"alert(1)\">",
          "json", "</script><script>alert(1)</script>",
          "formula", "=HYPERLINK(\"http://evil.example\";\"x\")",
          "plus", "+1+cmd|' /C calc'!A0",
          "minus", "-2+3",
          "at", "@SUM(1+1)",
          "mustache", "{{{heading}}} {{> paper.mustache}}",
          "latex", "\\input{/etc/passwd} } @article{x,");

  private HostilePapers() {}

  static void write(Path directory) {
    try (PaperIndexWriter writer = new LuceneStore(directory).writer(List.of(SmallIndex.PLANE))) {
      TITLES.forEach((id, title) -> add(writer, id, title));
      writer.commit();
    }
  }

  private static void add(PaperIndexWriter writer, String id, String title) {
    TextKey key = TextKey.of(title);
    float[] values = {1, id.hashCode() % 100 / 100f};
    writer.addText(key, TextVectors.of(Embedding.normalize(SmallIndex.PLANE, values)));
    writer.upsert(
        new Paper(
            new PaperId(id),
            title,
            "Abstract: " + title,
            List.of(title),
            PublicationDate.parse("2024"),
            List.of("cs.XX", title),
            id.equals("image") ? "data:text/html,<script>alert(1)</script>" : "javascript:alert(1)",
            null),
        key);
  }
}
