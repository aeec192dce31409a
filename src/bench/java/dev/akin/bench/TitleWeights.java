package dev.akin.bench;

import dev.akin.embed.model.EmbedOptions;
import dev.akin.embed.model.ModelFolder;
import dev.akin.embed.model.ModelText;
import dev.akin.embed.model.Models;
import dev.akin.embed.run.EmbeddedText;
import dev.akin.embed.run.Embedder;
import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.index.store.TextKey;
import dev.akin.job.TextKeys;
import dev.akin.paper.Paper;
import dev.akin.vector.Embedding;
import dev.akin.vector.SentenceEmbeddings;
import dev.akin.vector.Space;
import dev.akin.vector.TextVectors;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Makes indexes for several weights of the title from one that was made in one pass: only the
/// titles are embedded, once for all weights. So a weight costs a tenth of what `akin index` does,
/// and gives the same vectors.
///
/// Usage: TitleWeights INDEX MODEL-FOLDER TARGET..., with the weight in the card of each model
/// folder, in turns with the directory of its index
final class TitleWeights {
  private static final int PAPERS = 2_000;

  private final IndexSnapshot source;
  private final List<Target> targets = new ArrayList<>();

  private TitleWeights(IndexSnapshot source) {
    this.source = source;
  }

  private record Target(ModelFolder model, PaperIndexWriter writer) {
    void add(Paper paper, TextVectors once, Embedding title) {
      TextKey key = Objects.requireNonNull(new TextKeys(Models.of(model)).keyOf(paper));
      if (!writer.holds(key)) {
        writer.addText(key, with(once, title));
      }
      writer.upsert(paper, key);
    }

    private TextVectors with(TextVectors once, Embedding title) {
      float[] sum = once.embeddings().getFirst().toArray();
      float[] added = title.toArray();
      for (int i = 0; i < sum.length; i++) {
        sum[i] += (float) (model.card().weightOfTitle() * added[i]);
      }
      Space space = model.space();
      return new TextVectors(
          List.of(Embedding.normalize(space, sum)),
          SentenceEmbeddings.ofBytes(space, once.sentences().toBytes()));
    }
  }

  public static void main(String[] arguments) {
    try (PaperIndex index = new LuceneStore(Path.of(arguments[0])).open(PaperIndex.Check.NOTHING);
        IndexSnapshot source = index.snapshot()) {
      TitleWeights weights = new TitleWeights(source);
      Space once = source.info().spaces().getFirst();
      for (int i = 1; i + 1 < arguments.length; i += 2) {
        ModelFolder card = ModelFolder.open(Path.of(arguments[i]));
        ModelFolder model = card.withPrecision(card.of(once).precision());
        weights.targets.add(
            new Target(
                model, new LuceneStore(Path.of(arguments[i + 1])).writer(List.of(model.space()))));
      }
      weights.write();
    }
  }

  private void write() {
    List<Integer> papers = new ArrayList<>();
    source.scan(papers::add);
    ModelFolder model = targets.getFirst().model();
    try (Embedder embedder = Embedder.open(model, EmbedOptions.onAllCores())) {
      for (int from = 0; from < papers.size(); from += PAPERS) {
        write(embedder, papers.subList(from, Math.min(papers.size(), from + PAPERS)));
        System.err.printf("%,d of %,d%n", from, papers.size());
      }
    }
    for (Target target : targets) {
      target.writer().commit();
      target.writer().compact(target.model().card().defaultFloor(), null);
      target.writer().close();
    }
  }

  private void write(Embedder embedder, List<Integer> numbers) {
    List<Paper> papers = numbers.stream().map(source::paper).toList();
    List<ModelText> titles =
        papers.stream()
            .map(paper -> embedder.model().document(Paper.of("title", paper.title(), "")))
            .toList();
    List<EmbeddedText> embedded = embedder.embed(titles);
    for (int i = 0; i < papers.size(); i++) {
      int number = numbers.get(i);
      List<Embedding> once = source.embeddings(number);
      Embedding title = embedded.get(i).embedding();
      for (Target target : targets) {
        if (once.isEmpty()) {
          target.writer().upsert(papers.get(i), null);
        } else {
          Embedding own =
              title == null || papers.get(i).abstractText().isBlank() ? once.getFirst() : title;
          target.add(
              papers.get(i),
              new TextVectors(once, Objects.requireNonNull(source.sentences(number))),
              own);
        }
      }
    }
  }
}
