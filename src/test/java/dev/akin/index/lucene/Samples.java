package dev.akin.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.Seed;
import dev.akin.index.store.Hit;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.index.store.Stores;
import dev.akin.index.store.TextKey;
import dev.akin.index.word.QueryTerms;
import dev.akin.index.word.QueryText;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.paper.PublicationDate;
import dev.akin.vector.Embedding;
import dev.akin.vector.Space;
import dev.akin.vector.TextVectors;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Papers and vectors for tests, and short ways to write them into an index and find them again.
public final class Samples {
  static final Space PLANE = Space.of("plane", 2, Map.of("weights", "none"));

  /// The space of [#vectorOf].
  public static final Space SPACE =
      Space.of("hashes", 8, Map.of("weights", "none", "pooling", "none"));

  private Samples() {}

  public static Paper paper(String id, String title) {
    return Paper.of(id, title, "");
  }

  /// The words of an English text.
  public static QueryTerms words(IndexSnapshot snapshot, String title, String abstractText) {
    return snapshot.words(List.of(new QueryText(title, abstractText, "en")));
  }

  public static Paper dated(String id, @Nullable String date) {
    return new Paper(
        new PaperId(id),
        "On " + id,
        "",
        List.of(),
        date == null ? null : PublicationDate.parse(date),
        List.of(),
        null,
        null);
  }

  public static Paper by(String id, String... authors) {
    return new Paper(
        new PaperId(id), "On " + id, "", List.of(authors), null, List.of(), null, null);
  }

  public static Paper about(String id, String... categories) {
    return new Paper(
        new PaperId(id), "On " + id, "", List.of(), null, List.of(categories), null, null);
  }

  static Paper at(String id, @Nullable String url, @Nullable String doi) {
    return new Paper(new PaperId(id), "On " + id, "", List.of(), null, List.of(), url, doi);
  }

  /// The direction at `degrees` from the first axis.
  static Embedding at(double degrees) {
    double radians = Math.toRadians(degrees);
    return Embedding.normalize(
        PLANE, new float[] {(float) Math.cos(radians), (float) Math.sin(radians)});
  }

  /// A direction that depends only on the text.
  public static Embedding vectorOf(String text) {
    return random(SPACE, Seed.fixed(text.hashCode()));
  }

  static Embedding random(Space space, Random random) {
    float[] values = new float[space.dimension()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return Embedding.normalize(space, values);
  }

  /// The text that is embedded.
  public static String textOf(Paper paper) {
    return paper.title() + " " + paper.abstractText();
  }

  public static @Nullable TextKey keyOf(Paper paper) {
    return paper.withoutText() ? null : TextKey.of(textOf(paper));
  }

  public static void put(PaperIndexWriter writer, Paper... papers) {
    writer.expect(List.of(papers), Samples::keyOf);
    for (Paper paper : papers) {
      put(writer, paper, vectorOf(textOf(paper)));
    }
  }

  public static void put(PaperIndexWriter writer, Paper paper, Embedding embedding) {
    TextKey key = keyOf(paper);
    if (key != null && !writer.holds(key)) {
      writer.addText(key, TextVectors.of(embedding));
    }
    writer.upsert(paper, key);
  }

  /// Adds papers to an index, which it creates if there is none, and commits.
  public static void index(Path directory, Paper... papers) {
    change(directory, writer -> put(writer, papers));
  }

  /// Opens an index, changes it, and commits.
  public static void change(Path directory, Consumer<PaperIndexWriter> change) {
    try (PaperIndexWriter writer = Stores.at(directory).writer(List.of(SPACE))) {
      change.accept(writer);
      writer.commit();
    }
  }

  /// Looks at the last commit of an index.
  public static void look(Path directory, Consumer<IndexSnapshot> look) {
    try (PaperIndex index = Stores.at(directory).open(PaperIndex.Check.FILES);
        IndexSnapshot snapshot = index.snapshot()) {
      look.accept(snapshot);
    }
  }

  public static int find(IndexSnapshot snapshot, String name) {
    return snapshot.find(name).orElseThrow(() -> new AssertionError("there is no paper " + name));
  }

  public static List<String> ids(IndexSnapshot snapshot, List<Hit> hits) {
    return hits.stream().map(hit -> snapshot.id(hit.paper()).value()).toList();
  }

  /// All papers of an index, in the order of ids.
  public static List<String> allIds(IndexSnapshot snapshot) {
    List<String> ids = new ArrayList<>();
    snapshot.scan(paper -> ids.add(snapshot.id(paper).value()));
    assertThat(ids).doesNotHaveDuplicates();
    return ids.stream().sorted().toList();
  }
}
