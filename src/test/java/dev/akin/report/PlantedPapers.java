package dev.akin.report;

import dev.akin.Seed;
import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.index.store.TextKey;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.paper.PublicationDate;
import dev.akin.report.corpus.Corpus;
import dev.akin.report.corpus.CorpusSample;
import dev.akin.report.topic.CorpusTopics;
import dev.akin.report.topic.PreviousTopics;
import dev.akin.report.topic.Topic;
import dev.akin.report.topic.TopicFinder;
import dev.akin.report.topic.Topics;
import dev.akin.vector.AllPairs;
import dev.akin.vector.Embedding;
import dev.akin.vector.NeighborLists;
import dev.akin.vector.Space;
import dev.akin.vector.TextVectors;
import dev.akin.write.table.Provenance;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Papers of eight fields, written for these tests. Each field has its own words and its own
/// direction.
public final class PlantedPapers {
  public static final int FIELDS = 8;

  private static final Space SPACE = Space.of("planted", 16, Map.of("weights", "none"));

  private static final String[][] PHRASES = {
    {"coral reefs", "bleaching", "sea urchins"},
    {"Gothic cathedrals", "vaulting", "stonemasons"},
    {"sourdough bread", "yeast", "rye flour"},
    {"tidal turbines", "currents", "harbor walls"},
    {"honey bees", "pollen", "waggle dance"},
    {"glacier retreat", "moraines", "ice cores"},
    {"violin varnish", "luthiers", "spruce tops"},
    {"railway timetables", "delays", "freight trains"}
  };

  /// A paper and its vector.
  record Planted(Paper paper, @Nullable Embedding direction) {}

  private final List<Planted> papers = new ArrayList<>();
  private final Random random;

  public PlantedPapers(long seed) {
    this.random = Seed.fixed(seed);
  }

  /// Adds papers of a field.
  ///
  /// @param from the number of the first paper
  /// @param to the number after the last paper
  public PlantedPapers add(int field, int from, int to) {
    for (int number = from; number < to; number++) {
      String[] phrases = PHRASES[field];
      String name = "f" + field + "-" + String.format(Locale.ROOT, "%03d", number);
      String text =
          "We study %s and also %s. A simple survey of %s, %s and what was found about them in %s %d."
              .formatted(
                  phrases[0],
                  phrases[1],
                  phrases[random.nextInt(3)],
                  phrases[random.nextInt(3)],
                  "town",
                  number);
      papers.add(
          new Planted(paper(name, "Notes on " + name, text, 2010 + number % 8), near(field)));
    }
    return this;
  }

  /// Adds papers of all fields.
  public PlantedPapers addAll(int from, int to) {
    for (int field = 0; field < FIELDS; field++) {
      add(field, from, to);
    }
    return this;
  }

  /// Adds a given paper to a field.
  public PlantedPapers add(Paper paper, int field) {
    papers.add(new Planted(paper, near(field)));
    return this;
  }

  /// Adds papers with the same vector and different texts.
  PlantedPapers addAlike(int field, int count) {
    Embedding direction = near(field);
    for (int number = 0; number < count; number++) {
      Paper paper = paper("alike" + number, "Alike " + number, "Text " + number, 2020);
      papers.add(new Planted(paper, direction));
    }
    return this;
  }

  /// Adds a paper without text.
  public PlantedPapers addBare(String id) {
    papers.add(new Planted(Paper.of(id, "", ""), null));
    return this;
  }

  public static Paper paper(String id, String title, String text, int year) {
    return new Paper(
        new PaperId(id),
        title,
        text,
        List.of(),
        PublicationDate.parse(Integer.toString(year)),
        List.of(),
        "https://example.org/" + id,
        null);
  }

  private Embedding near(int field) {
    float[] values = new float[SPACE.dimension()];
    for (int at = 0; at < values.length; at++) {
      values[at] = (float) (0.12 * random.nextGaussian());
    }
    values[field] += 1;
    return Embedding.normalize(SPACE, values);
  }

  public List<Planted> papers() {
    return papers;
  }

  /// Writes the papers to an index, which may exist already.
  public void index(Path folder) {
    try (PaperIndexWriter writer = new LuceneStore(folder).writer(List.of(SPACE))) {
      for (Planted planted : papers) {
        Paper paper = planted.paper();
        TextKey key =
            planted.direction() == null
                ? null
                : TextKey.of(paper.id() + paper.title() + paper.abstractText());
        if (key != null && planted.direction() != null) {
          writer.addText(key, TextVectors.of(planted.direction()));
        }
        writer.upsert(paper, key);
      }
      writer.commit();
    }
  }

  /// Opens an index and passes its corpus to `look`. The model knows English only.
  public static void look(Path folder, Consumer<Look> look) {
    try (PaperIndex index = new LuceneStore(folder).open(PaperIndex.Check.FILES);
        IndexSnapshot snapshot = index.snapshot()) {
      Corpus corpus = Corpus.of(snapshot, _ -> false);
      NeighborLists lists =
          new AllPairs(TopicFinder.NEIGHBORS, 1)
              .of(corpus.vectors(corpus.rows().toArray()), rows -> {});
      Provenance provenance =
          new Provenance("test", snapshot.info(), corpus.digest(), new LinkedHashMap<>());
      look.accept(new Look(corpus, lists, provenance));
    }
  }

  /// The corpus of an index with its neighbors.
  public record Look(Corpus corpus, NeighborLists lists, Provenance provenance) {
    public Topics topics(@Nullable PreviousTopics before) {
      return TopicFinder.find(corpus, lists, CorpusSample.whole(lists), before);
    }

    public CorpusTopics found(@Nullable PreviousTopics before) {
      return new CorpusTopics(corpus, lists, topics(before), before);
    }

    /// The field of a topic's most central paper, as its id begins.
    public String field(Topic topic) {
      return corpus.id(topic.papers().getFirst()).value().substring(0, 2);
    }
  }
}
