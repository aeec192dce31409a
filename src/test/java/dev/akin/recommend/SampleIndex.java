package dev.akin.recommend;

import dev.akin.index.store.Stores;
import dev.akin.embed.Embedders;
import dev.akin.embed.TextEmbeddings;
import dev.akin.embed.model.ModelText;
import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.index.store.TextKey;
import dev.akin.job.TextKeys;
import dev.akin.paper.Paper;
import dev.akin.read.PaperReader;
import dev.akin.read.PaperSource;
import dev.akin.read.ReadOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// An index of real papers by real models.
public final class SampleIndex {
  /// The papers of the demo.
  public static final Path PAPERS = Path.of("src/main/resources/dev/akin/cli/sample-papers.jsonl");

  private SampleIndex() {}

  /// The first papers of a file.
  public static List<Paper> read(Path file, int most) {
    List<Paper> papers = new ArrayList<>();
    try (PaperReader reader =
        PaperReader.open(
            PaperSource.of(file),
            ReadOptions.DEFAULT,
            problem -> {
              throw new AssertionError(problem.toString());
            })) {
      for (Paper paper = reader.next();
          paper != null && papers.size() < most;
          paper = reader.next()) {
        papers.add(paper);
      }
    }
    return papers;
  }

  /// Embeds papers and makes their index, with the models' floor.
  public static void write(Path directory, Embedders embedders, List<Paper> papers) {
    List<List<ModelText>> texts = papers.stream().map(embedders.models()::document).toList();
    List<TextEmbeddings> embedded = Embedders.await(embedders.submit(texts));
    try (PaperIndexWriter writer = Stores.at(directory).writer(embedders.models().spaces())) {
      for (int i = 0; i < papers.size(); i++) {
        TextKey key = TextKeys.of(texts.get(i));
        writer.addText(key, Objects.requireNonNull(embedded.get(i).vectors()));
        writer.upsert(papers.get(i), key);
      }
      writer.compact(embedders.models().floor(), embedders::phrases);
    }
  }
}
