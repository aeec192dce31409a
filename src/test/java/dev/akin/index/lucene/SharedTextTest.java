package dev.akin.index.lucene;

import static dev.akin.index.lucene.Samples.SPACE;
import static dev.akin.index.lucene.Samples.about;
import static dev.akin.index.lucene.Samples.change;
import static dev.akin.index.lucene.Samples.find;
import static dev.akin.index.lucene.Samples.ids;
import static dev.akin.index.lucene.Samples.index;
import static dev.akin.index.lucene.Samples.keyOf;
import static dev.akin.index.lucene.Samples.look;
import static dev.akin.index.lucene.Samples.paper;
import static dev.akin.index.lucene.Samples.put;
import static dev.akin.index.lucene.Samples.textOf;
import static dev.akin.index.lucene.Samples.vectorOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.akin.Seed;
import dev.akin.index.store.BothStores;
import dev.akin.index.store.Filter;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.NearestOptions;
import dev.akin.index.store.Stores;
import dev.akin.index.store.TextKey;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.vector.Embedding;
import dev.akin.vector.TextVectors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Papers with the same text share one vector.
@Tag("slow")
@BothStores
class SharedTextTest {
  private static final Paper FIRST = paper("first", "One text");
  private static final Paper SECOND = paper("second", "One text");
  private static final Paper OTHER = paper("other", "Another text");

  private final Path directory;

  SharedTextTest(@TempDir Path directory) {
    this.directory = directory;
  }

  private void requireVectors(int vectors) {
    look(directory, snapshot -> assertThat(snapshot.info().vectors()).isEqualTo(vectors));
  }

  private static List<String> likeFirst(IndexSnapshot snapshot, NearestOptions options) {
    return ids(snapshot, snapshot.nearest(vectorOf(textOf(FIRST)), 10, options));
  }

  @Test
  void countsPapersAndTexts() {
    index(
        directory,
        FIRST,
        SECOND,
        Paper.of("full", "A title", "An abstract"),
        Paper.of("untitled", "", "Only an abstract"),
        paper("nothing", ""),
        paper("blank", " "));
    look(
        directory,
        snapshot -> {
          assertThat(snapshot.info().papers()).isEqualTo(6);
          assertThat(snapshot.info().vectors()).isEqualTo(3);
          assertThat(snapshot.info().holdings().titleOnly()).isEqualTo(2);
          assertThat(snapshot.info().holdings().withoutText()).isEqualTo(2);
          assertThat(snapshot.info().spaces().getFirst()).isEqualTo(SPACE);
          assertThat(snapshot.info().sizeBytes()).isPositive();
        });
  }

  /// A text has a document of its own only while several papers have it, or one is left of them
  /// that was not written since.
  @Test
  void onlyASharedTextHasADocument() throws IOException {
    assumeFalse(
        Stores.areInCluster(), "this looks into Lucene's files; OpenSearchWriterIT does it");
    index(directory, FIRST, OTHER);
    assertThat(documents()).isEqualTo(2);
    index(directory, SECOND);
    assertThat(documents()).isEqualTo(4);
    change(directory, writer -> writer.delete(FIRST.id()));
    assertThat(documents()).isEqualTo(3);
    index(directory, FIRST);
    assertThat(documents()).isEqualTo(4);
    change(directory, writer -> writer.delete(FIRST.id()));
    index(directory, withTitle(about("second", "cs.CL"), SECOND.title()));
    assertThat(documents()).isEqualTo(2);
  }

  private int documents() throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(Damage.build(directory)))) {
      return reader.numDocs();
    }
  }

  @ParameterizedTest
  @EnumSource
  void bothPapersAreFoundAndTiesAreOrderedById(NearestOptions.Method method) {
    index(directory, SECOND, OTHER);
    index(directory, FIRST);
    look(
        directory,
        snapshot -> {
          NearestOptions options = new NearestOptions(Filter.NONE, method);
          assertThat(likeFirst(snapshot, options)).containsExactly("first", "second", "other");
          assertThat(snapshot.embeddings(find(snapshot, "first"))).isNotEmpty();
          assertThat(snapshot.embeddings(find(snapshot, "second"))).isNotEmpty();
        });
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void deletingOnePaperKeepsTheTextForTheOther(boolean oneCommit) {
    change(
        directory,
        writer -> {
          put(writer, FIRST, SECOND);
          if (!oneCommit) {
            writer.commit();
          }
          writer.delete(FIRST.id());
        });
    requireVectors(1);
    look(
        directory,
        snapshot ->
            assertThat(likeFirst(snapshot, NearestOptions.DEFAULT)).containsExactly("second"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void deletingBothPapersDropsTheText(boolean oneCommit) {
    change(
        directory,
        writer -> {
          put(writer, FIRST, SECOND, OTHER);
          writer.delete(FIRST.id());
          if (!oneCommit) {
            writer.commit();
          }
          writer.delete(SECOND.id());
          assertThat(writer.holds(keyOfFirst())).isTrue();
          writer.commit();
          assertThat(writer.holds(keyOfFirst())).isFalse();
        });
    requireVectors(1);
  }

  private static TextKey keyOfFirst() {
    return Objects.requireNonNull(keyOf(FIRST));
  }

  @Test
  void anotherTextDropsTheOldOneWhenItWasTheLast() {
    index(directory, FIRST, SECOND);
    index(directory, paper("first", "Changed"));
    requireVectors(2);
    index(directory, paper("second", ""));
    requireVectors(1);
    look(
        directory,
        snapshot ->
            assertThat(likeFirst(snapshot, NearestOptions.DEFAULT)).containsExactly("first"));
  }

  @Test
  void aTextThatIsLeftAndTakenUpAgainStays() {
    index(directory, FIRST);
    change(
        directory,
        writer -> {
          put(writer, paper("first", "Changed"));
          put(writer, SECOND);
        });
    requireVectors(2);
    look(
        directory,
        snapshot -> assertThat(likeFirst(snapshot, NearestOptions.DEFAULT)).startsWith("second"));
  }

  @Test
  void aTextDroppedAndAddedAgainIsThereOnce() {
    index(directory, FIRST);
    change(directory, writer -> writer.delete(FIRST.id()));
    requireVectors(0);
    index(directory, FIRST);
    requireVectors(1);
  }

  @Test
  void aTextThatNoPaperTookIsDropped() {
    change(
        directory,
        writer -> {
          writer.addText(TextKey.of("nobody's"), TextVectors.of(vectorOf("nobody's")));
          put(writer, FIRST);
        });
    requireVectors(1);
  }

  @Test
  void anotherRecordOfTheSameTextKeepsIt() {
    index(directory, about("a", "cs.CL"));
    index(directory, about("a", "cs.IR"));
    requireVectors(1);
    look(directory, snapshot -> assertThat(snapshot.embeddings(find(snapshot, "a"))).isNotEmpty());
  }

  @ParameterizedTest
  @EnumSource
  void aFilterThatKeepsOnlyTheSecondPaperFindsIt(NearestOptions.Method method) {
    Paper first = about("a1", "cs.CL");
    Paper second = withTitle(about("a2", "cs.IR"), first.title());
    index(directory, first);
    index(directory, second, OTHER);
    Filter filter = new Filter(null, null, List.of("cs.IR"), List.of(), List.of());
    look(
        directory,
        snapshot ->
            assertThat(
                    ids(
                        snapshot,
                        snapshot.nearest(
                            vectorOf(textOf(first)), 10, new NearestOptions(filter, method))))
                .containsExactly("a2"));
  }

  private static Paper withTitle(Paper paper, String title) {
    return new Paper(paper.id(), title, "", List.of(), null, paper.categories(), null, null);
  }

  @ParameterizedTest
  @EnumSource
  void papersWithoutTextAreNeverFound(NearestOptions.Method method) {
    index(directory, paper("nothing", ""), FIRST);
    look(
        directory,
        snapshot -> {
          assertThat(likeFirst(snapshot, new NearestOptions(Filter.NONE, method)))
              .containsExactly("first");
          assertThat(snapshot.embeddings(find(snapshot, "nothing"))).isEmpty();
        });
  }

  @Test
  void embeddingsComeBackAsTheyWerePut() {
    Embedding put = Samples.random(SPACE, Seed.random());
    change(directory, writer -> put(writer, FIRST, put));
    look(
        directory,
        snapshot ->
            assertThat(snapshot.embeddings(find(snapshot, "first")).getFirst().toArray())
                .containsExactly(put.toArray()));
  }

  /// Compares an index with a map after random changes: every paper has the vector of its text, and
  /// there is no other text.
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("dev.akin.Seed#three")
  void agreesWithAMapAfterManyChanges(long seed) {
    Random random = Seed.fixed(seed);
    Map<String, Paper> expected = new TreeMap<>();
    int rounds = Stores.areInCluster() ? 4 : 12; // a commit takes a cluster longer
    for (int round = 0; round < rounds; round++) {
      change(
          directory,
          writer -> {
            for (int i = 0; i < 20; i++) {
              String id = "p" + random.nextInt(15);
              if (random.nextInt(4) == 0) {
                assertThat(writer.delete(new PaperId(id))).isEqualTo(expected.remove(id) != null);
              } else {
                Paper paper = paper(id, random.nextInt(8) == 0 ? "" : "T" + random.nextInt(6));
                put(writer, paper);
                expected.put(id, paper);
              }
            }
          });
      look(directory, snapshot -> requireLike(expected, snapshot));
    }
  }

  private static void requireLike(Map<String, Paper> expected, IndexSnapshot snapshot) {
    assertThat(Samples.allIds(snapshot)).containsExactlyElementsOf(expected.keySet());
    long texts =
        expected.values().stream().map(Samples::keyOf).filter(Objects::nonNull).distinct().count();
    assertThat(snapshot.info().papers()).isEqualTo(expected.size());
    assertThat(snapshot.info().vectors()).isEqualTo((int) texts);
    expected.forEach(
        (id, paper) -> {
          List<Embedding> embeddings = snapshot.embeddings(find(snapshot, id));
          assertThat(embeddings).hasSize(paper.withoutText() ? 0 : 1);
          for (Embedding embedding : embeddings) {
            assertThat(embedding.cosine(vectorOf(textOf(paper)))).isGreaterThan(0.999999);
          }
        });
  }
}
