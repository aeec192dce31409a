package dev.akin.index.opensearch.build;

import static dev.akin.index.lucene.Samples.SPACE;
import static dev.akin.index.lucene.Samples.about;
import static dev.akin.index.lucene.Samples.keyOf;
import static dev.akin.index.lucene.Samples.paper;
import static dev.akin.index.lucene.Samples.put;
import static dev.akin.index.lucene.Samples.textOf;
import static dev.akin.index.lucene.Samples.vectorOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.Seed;
import dev.akin.base.AkinException;
import dev.akin.base.AkinException.Kind;
import dev.akin.base.Deadline;
import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.opensearch.client.BulkOptions;
import dev.akin.index.opensearch.client.BulkWriter;
import dev.akin.index.opensearch.client.ClusterRequest;
import dev.akin.index.opensearch.client.ClusterSearch;
import dev.akin.index.opensearch.client.TestCluster;
import dev.akin.index.opensearch.commit.ClusterHome;
import dev.akin.index.opensearch.commit.ClusterHome.Build;
import dev.akin.index.opensearch.document.ClusterDocument;
import dev.akin.index.opensearch.document.ClusterLayout;
import dev.akin.index.opensearch.document.LayoutOptions;
import dev.akin.index.record.IndexFields;
import dev.akin.index.store.Holdings;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.index.store.PaperStatus;
import dev.akin.index.store.TextKey;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.paper.PublicationDate;
import dev.akin.vector.Space;
import dev.akin.vector.TextVectors;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@Tag("store")
class OpenSearchWriterIT {
  private static final Paper FIRST = paper("first", "One text");
  private static final Paper SECOND = paper("second", "One text");
  private static final Paper OTHER = paper("other", "Another text");
  private static final LayoutOptions TWO_SHARDS = new LayoutOptions(2, 0, 16, 100);
  private static final Clock CLOCK = Clock.systemUTC();

  private TestCluster test;
  private ClusterHome home;

  @BeforeEach
  void open() {
    test = new TestCluster("it-writer");
    home = new ClusterHome(test.cluster());
  }

  @AfterEach
  void close() {
    if (test != null) {
      test.close();
    }
  }

  /// A writer closes its own.
  private ClusterHome another() {
    return new ClusterHome(test.another());
  }

  private OpenSearchWriter writer() {
    return new ClusterWriterOpener(another(), CLOCK).open(List.of(SPACE), TWO_SHARDS);
  }

  /// Opens the index, changes it, and commits.
  private long change(Consumer<PaperIndexWriter> change) {
    try (OpenSearchWriter writer = writer()) {
      change.accept(writer);
      return writer.commit();
    }
  }

  private Build build() {
    return home.requireCurrent(Deadline.NEVER);
  }

  private Holdings holdings() {
    return build().facts().commit().holdings();
  }

  private ClusterLookup lookup() {
    ClusterSearch search = new ClusterSearch(test.cluster());
    return new ClusterLookup(search, build().index(), List.of(SPACE));
  }

  private long count(String field) {
    return new ClusterSearch(test.cluster())
        .count(build().index(), ClusterLookup.exists(field), Deadline.NEVER);
  }

  /// How many documents there are of any kind.
  private long documents() {
    long sharedTexts = count(ClusterLayout.KEY) - ownTexts();
    return count(IndexFields.ID) + sharedTexts + count(ClusterLayout.TOMBSTONE);
  }

  private long ownTexts() {
    List<String> own = new ArrayList<>();
    lookup()
        .scan(
            ClusterLookup.exists(ClusterLayout.KEY),
            found -> {
              if (found.paperId() != null) {
                own.add(found.documentId());
              }
            },
            IndexFields.ID,
            ClusterLayout.KEY);
    return own.size();
  }

  private static TextKey key(Paper paper) {
    return Objects.requireNonNull(keyOf(paper));
  }

  @Test
  void givesBackWhatWasPut() {
    Paper full =
        new Paper(
            new PaperId("2401.01234"),
            "Grüße aus dem Vektorraum",
            "We embed 10 % of 北京 & find <b>neighbors</b>.",
            List.of("Ada Lovelace", "José Núñez"),
            PublicationDate.parse("2024-05"),
            List.of("cs.CL", "stat.ML"),
            "https://example.org/1",
            "10.1145/3343413");
    Paper bare = paper("bare", "");
    Paper longest = paper("ä".repeat(256), "An id of 512 bytes");
    assertThat(change(writer -> put(writer, full, bare, longest))).isEqualTo(2);
    try (OpenSearchWriter writer = writer()) {
      List<Paper> papers = new ArrayList<>();
      writer.papers(papers::add);
      assertThat(papers).containsExactlyInAnyOrder(full, bare, longest);
      assertThat(writer.status(full)).isEqualTo(PaperStatus.SAME);
      assertThat(writer.status(longest)).isEqualTo(PaperStatus.SAME);
      assertThat(writer.status(paper("bare", "Now with a title")))
          .isEqualTo(PaperStatus.OTHER_TEXT);
      assertThat(writer.status(paper("new", "New"))).isEqualTo(PaperStatus.NEW);
      assertThat(writer.holds(key(full))).isTrue();
      TextVectors vectors =
          Objects.requireNonNull(lookup().vectors(List.of(key(full))).get(key(full)));
      assertThat(vectors.embeddings().getFirst().toArray())
          .containsExactly(vectorOf(textOf(full)).toArray());
    }
    assertThat(holdings().papers()).isEqualTo(3);
    assertThat(holdings().withoutText()).isEqualTo(1);
  }

  @Test
  void aCommitWithoutChangesIsNone() {
    assertThat(change(writer -> put(writer, FIRST))).isEqualTo(2);
    assertThat(change(writer -> {})).isEqualTo(2);
    assertThat(change(writer -> writer.note("harvest", "since yesterday"))).isEqualTo(3);
    try (OpenSearchWriter writer = writer()) {
      assertThat(writer.note("harvest")).isEqualTo("since yesterday");
      put(writer, SECOND);
    }
    assertThat(holdings().papers()).isEqualTo(1); // closing is not a commit
  }

  /// The same as `SharedTextTest` says of the embedded index.
  @Test
  void onlyASharedTextHasADocument() {
    change(writer -> put(writer, FIRST, OTHER));
    assertThat(documents()).isEqualTo(2);
    change(writer -> put(writer, SECOND));
    assertThat(documents()).isEqualTo(4);
    change(writer -> writer.delete(FIRST.id()));
    assertThat(documents()).isEqualTo(3);
    change(writer -> put(writer, FIRST));
    assertThat(documents()).isEqualTo(4);
    change(writer -> writer.delete(FIRST.id()));
    Paper changed = about("second", "cs.CL");
    change(writer -> put(writer, withTitle(changed, SECOND.title())));
    assertThat(documents()).isEqualTo(2);
    assertThat(holdings().vectors()).isEqualTo(2);
    assertThat(lookup().vectors(List.of(key(FIRST)))).containsOnlyKeys(key(FIRST));
  }

  private static Paper withTitle(Paper paper, String title) {
    return new Paper(
        paper.id(), title, "", List.of(), null, paper.categories(), paper.url(), paper.doi());
  }

  @Test
  void aTombstoneKeepsAPaperOut() {
    change(writer -> put(writer, FIRST));
    change(
        writer -> {
          assertThat(writer.deletePermanently(FIRST.id())).isTrue();
          assertThat(writer.status(FIRST)).isEqualTo(PaperStatus.DELETED);
        });
    assertThat(holdings().papers()).isZero();
    assertThat(holdings().deleted()).isEqualTo(1);
    change(
        writer -> {
          assertThat(writer.status(FIRST)).isEqualTo(PaperStatus.DELETED);
          assertThatThrownBy(() -> writer.upsert(FIRST, null)).hasMessageContaining("permanently");
          assertThat(writer.forget(FIRST.id())).isTrue();
          assertThat(writer.forget(FIRST.id())).isFalse();
        });
    change(writer -> put(writer, FIRST));
    assertThat(holdings().papers()).isEqualTo(1);
    assertThat(holdings().deleted()).isZero();
  }

  @Test
  void purgingEndsWhenWhatWasDeletedIsGone() {
    change(writer -> put(writer, FIRST, OTHER));
    change(
        writer -> {
          writer.delete(FIRST.id());
          writer.purge();
        });
    JsonNode stats =
        test.cluster()
            .send(ClusterRequest.of("GET", "/" + build().index() + "/_stats/docs"), Deadline.NEVER);
    JsonNode documents = stats.path("_all").path("total").path("docs");
    assertThat(documents.path("count").asInt()).isEqualTo(1);
    assertThat(documents.path("deleted").asInt()).isZero();
  }

  @Test
  void papersOfAnEarlierFormAreWrittenAgain() {
    change(writer -> put(writer, FIRST, OTHER));
    ObjectNode earlier = ClusterDocument.of(FIRST, null, null, 2);
    earlier.put(IndexFields.FORM, "1");
    write(bulk -> bulk.put(ClusterDocument.id(FIRST.id()), earlier));
    new ClusterSearch(test.cluster()).refresh(build().index(), Deadline.NEVER);
    try (OpenSearchWriter writer = writer()) {
      assertThat(writer.renew(10)).isEqualTo(1);
      assertThat(writer.renew(10)).isZero();
    }
  }

  @Test
  void looksUpTogetherWhatIsExpected() {
    change(writer -> put(writer, FIRST, OTHER));
    change(writer -> writer.deletePermanently(OTHER.id()));
    try (OpenSearchWriter writer = writer()) {
      Paper changed = paper("first", "Changed");
      Paper added = paper("new", "New");
      writer.expect(List.of(changed, SECOND, OTHER, added, added), OpenSearchWriterIT::key);
      assertThat(writer.status(changed)).isEqualTo(PaperStatus.OTHER_TEXT);
      assertThat(writer.status(SECOND)).isEqualTo(PaperStatus.NEW);
      assertThat(writer.status(OTHER)).isEqualTo(PaperStatus.DELETED);
      assertThat(writer.holds(key(SECOND))).isTrue();
      assertThat(writer.holds(key(added))).isFalse();
      put(writer, changed, added);
      writer.commit();
      // What was looked up before the commit is not believed after it.
      assertThat(writer.status(changed)).isEqualTo(PaperStatus.SAME);
      assertThat(writer.holds(key(SECOND))).isFalse();
      assertThat(writer.holds(key(added))).isTrue();
    }
  }

  @Test
  void refusesOtherModels() {
    change(writer -> put(writer, FIRST));
    Space other = Space.of("other", 8, Map.of("weights", "other"));
    assertThatThrownBy(() -> new ClusterWriterOpener(another(), CLOCK).open(List.of(other), null))
        .hasMessageContaining("not with other")
        .satisfies(e -> assertThat(((AkinException) e).kind()).isEqualTo(Kind.CONFIGURATION));
    new ClusterWriterOpener(another(), CLOCK).openExisting().close();
  }

  @Test
  void closesItsClient() {
    ClusterHome own = another();
    new ClusterWriterOpener(own, CLOCK).open(List.of(SPACE), TWO_SHARDS).close();
    assertThatThrownBy(() -> own.requireCurrent(Deadline.in(Duration.ofSeconds(5))))
        .isInstanceOf(RuntimeException.class);
    assertThat(build()).isNotNull();
  }

  /// As when a disk is nearly full.
  @Test
  void aBlockInTheMiddleIsSaidAndLosesNothing() {
    change(writer -> put(writer, FIRST));
    try (OpenSearchWriter writer = writer()) {
      put(writer, OTHER);
      block(true);
      assertThatThrownBy(writer::commit)
          .hasMessageContaining("takes no changes")
          .satisfies(e -> assertThat(((AkinException) e).kind()).isEqualTo(Kind.IO));
      assertThatThrownBy(writer::commit).isInstanceOf(IllegalStateException.class);
    }
    assertThat(holdings().papers()).isEqualTo(1);
    assertThatThrownBy(() -> change(writer -> put(writer, OTHER)))
        .hasMessageContaining("takes no changes");
    block(false);
    change(writer -> put(writer, OTHER));
    assertThat(holdings().papers()).isEqualTo(2);
  }

  private void block(boolean on) {
    ObjectNode settings = JsonNodeFactory.instance.objectNode();
    settings.put("index.blocks.read_only_allow_delete", on ? "true" : null);
    test.cluster()
        .send(
            ClusterRequest.of("PUT", "/" + build().index() + "/_settings", settings),
            Deadline.NEVER);
  }

  @Test
  void onlyOneWriterAtATime() {
    try (OpenSearchWriter _ = writer()) {
      assertThatThrownBy(this::writer)
          .hasMessageContaining("another akin is writing")
          .satisfies(e -> assertThat(((AkinException) e).kind()).isEqualTo(Kind.IN_USE));
    }
    writer().close();
  }

  @Test
  void aWriterThatWasReplacedWritesNothing() {
    try (OpenSearchWriter asleep = writer()) {
      put(asleep, FIRST);
      Clock later = Clock.fixed(Instant.now().plus(Duration.ofDays(1)), ZoneOffset.UTC);
      try (OpenSearchWriter awake =
          new ClusterWriterOpener(another(), later).open(List.of(SPACE), TWO_SHARDS)) {
        assertThatThrownBy(asleep::commit).hasMessageContaining("another akin is writing");
        assertThat(awake.scan(_ -> {})).isZero();
      }
    }
  }

  private void write(Consumer<BulkWriter> changes) {
    try (BulkWriter bulk = new BulkWriter(test.cluster(), build().index(), BulkOptions.DEFAULT)) {
      changes.accept(bulk);
      bulk.flush();
    }
  }

  /// A kill between the steps of a commit.
  @Test
  void theNextWriterMendsWhatAKillLeft() {
    change(writer -> put(writer, FIRST, OTHER));
    Build before = build();
    home.save(new Build(before.index(), before.facts().whileWriting(3)));
    TextVectors vectors = TextVectors.of(vectorOf(textOf(FIRST)));
    TextVectors unused = TextVectors.of(vectorOf("unused"));
    TextKey unusedKey = TextKey.of("unused");
    write(
        bulk -> {
          // The text of FIRST was about to be shared with SECOND.
          bulk.put(ClusterDocument.id(key(FIRST)), ClusterDocument.of(key(FIRST), vectors, 3));
          bulk.put(
              ClusterDocument.id(SECOND.id()), ClusterDocument.of(SECOND, key(SECOND), null, 3));
          bulk.put(ClusterDocument.id(unusedKey), ClusterDocument.of(unusedKey, unused, 3));
        });
    try (OpenSearchWriter writer = writer()) {
      assertThat(writer.lastCommit()).isEqualTo(3);
      assertThat(writer.status(SECOND)).isEqualTo(PaperStatus.SAME);
    }
    assertThat(build().facts().writing()).isZero();
    assertThat(holdings().papers()).isEqualTo(3);
    assertThat(holdings().vectors()).isEqualTo(2);
    assertThat(documents()).isEqualTo(4);
  }

  @Test
  void aKillBeforeTheLastStepLosesNothing() {
    change(writer -> put(writer, FIRST));
    Build before = build();
    change(writer -> put(writer, OTHER));
    home.save(new Build(before.index(), before.facts().whileWriting(3)));
    assertThat(change(writer -> {})).isEqualTo(3);
    assertThat(holdings().papers()).isEqualTo(2);
  }

  /// Both stores do the same with the same random changes.
  @Test
  void doesWhatTheEmbeddedIndexDoes(@TempDir Path folder) {
    Random random = Seed.random();
    for (int round = 0; round < 4; round++) {
      try (PaperIndexWriter embedded = new LuceneStore(folder).writer(List.of(SPACE));
          OpenSearchWriter writer = writer()) {
        for (int i = 0; i < 8; i++) {
          changeBoth(random, embedded, writer);
        }
        embedded.commit();
        writer.commit();
      }
      assertThat(holdings()).as("round %d", round).isEqualTo(embedded(folder));
    }
    try (PaperIndexWriter embedded = new LuceneStore(folder).writer(List.of(SPACE));
        OpenSearchWriter writer = writer()) {
      List<Paper> expected = new ArrayList<>();
      List<Paper> papers = new ArrayList<>();
      embedded.papers(expected::add);
      writer.papers(papers::add);
      assertThat(papers).containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  private static Holdings embedded(Path folder) {
    try (PaperIndex index = new LuceneStore(folder).open(PaperIndex.Check.NOTHING);
        IndexSnapshot snapshot = index.snapshot()) {
      return snapshot.info().holdings();
    }
  }

  private static void changeBoth(Random random, PaperIndexWriter one, PaperIndexWriter other) {
    PaperId id = new PaperId("p" + random.nextInt(8));
    Paper paper = paper(id.value(), random.nextInt(5) == 0 ? "" : "Text " + random.nextInt(4));
    int what = random.nextInt(10);
    for (PaperIndexWriter writer : List.of(one, other)) {
      if (what == 0) {
        writer.deletePermanently(id);
      } else if (what == 1) {
        writer.forget(id);
      } else if (what < 4) {
        writer.delete(id);
      } else if (writer.status(paper) != PaperStatus.DELETED) {
        put(writer, paper);
      }
    }
    assertThat(other.status(paper)).isEqualTo(one.status(paper));
  }
}
