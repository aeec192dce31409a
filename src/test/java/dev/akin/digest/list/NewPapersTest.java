package dev.akin.digest.list;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.Seed;
import dev.akin.ask.TypedQuery;
import dev.akin.embed.Embedders;
import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.Filter;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.index.store.TextKey;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.paper.PublicationDate;
import dev.akin.recommend.LibraryRecommender;
import dev.akin.recommend.Recommender;
import dev.akin.recommend.SearchBox;
import dev.akin.recommend.SmallIndex;
import dev.akin.recommend.understand.UnknownCategoryException;
import dev.akin.vector.Embedding;
import dev.akin.vector.TextVectors;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NewPapersTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-05-26");
  private static final DigestWindow ANY = new DigestWindow(null);

  @TempDir Path folder;

  private static Paper paper(String id, String title, String author, @Nullable String date) {
    return new Paper(
        new PaperId(id),
        title,
        "On " + title,
        List.of(author),
        date == null ? null : PublicationDate.parse(date),
        List.of("cs"),
        null,
        null);
  }

  /// Adds papers, each in a direction of its own.
  private void index(Paper... papers) {
    try (PaperIndexWriter writer = new LuceneStore(folder).writer(List.of(SmallIndex.PLANE))) {
      for (Paper paper : papers) {
        add(writer, paper, Math.abs(paper.title().hashCode() % 90));
      }
      writer.commit();
    }
  }

  private static void add(PaperIndexWriter writer, Paper paper, double degrees) {
    TextKey key = TextKey.of(paper.title());
    double angle = Math.toRadians(degrees);
    float[] direction = {(float) Math.cos(angle), (float) Math.sin(angle)};
    writer.addText(key, TextVectors.of(Embedding.normalize(SmallIndex.PLANE, direction)));
    writer.upsert(paper, key);
  }

  private static DigestRequest request(int limit, List<String> authors, String... searches) {
    return new DigestRequest(
        authors.stream().map(DigestRequest::by).toList(),
        Stream.of(searches).map(TypedQuery::read).toList(),
        List.of(),
        Filter.NONE,
        null,
        limit);
  }

  private Digest find(DigestRequest request, DigestWindow window, Set<String> given) {
    Supplier<Embedders> none =
        () -> {
          throw new AssertionError("no text has to be read");
        };
    try (PaperIndex index = new LuceneStore(folder).open(PaperIndex.Check.NOTHING);
        IndexSnapshot snapshot = index.snapshot()) {
      return new NewPapers(
              snapshot,
              new SearchBox(new Recommender(index, none)),
              new LibraryRecommender(index, none, language -> true),
              request,
              given)
          .in(window, TODAY);
    }
  }

  private static List<String> ids(Digest digest) {
    return digest.papers().stream().map(paper -> paper.paper().id().value()).toList();
  }

  @Test
  void listsThePapersOfAuthorsThenThoseOfSearches() {
    index(
        paper("a1", "Trees", "Ada Lovelace", "2026-05-20"),
        paper("a2", "Ice", "A. Lovelace", "2026-05-21"),
        paper("b1", "Wind", "Bob Ross", "2026-05-22"),
        paper("c1", "Old", "Ada Lovelace", "2024-05-22"));
    Digest digest =
        find(
            request(10, List.of("Ada Lovelace"), "category:cs"),
            new DigestWindow(PublicationDate.parse("2026-05-01")),
            Set.of());
    assertThat(digest.lists())
        .extracting(DigestList::heading)
        .containsExactly("By Ada Lovelace", "“category:cs”");
    assertThat(ids(digest)).containsExactly("a2", "a1", "b1");
    assertThat(digest.notes()).isEmpty();
  }

  @Test
  void leavesOutWhatWasGivenInAnyVersion() {
    index(
        paper("preprint", "A study of trees in winter", "Ada Lovelace", "2026-05-20"),
        paper("article", "A study of trees in winter", "Ada Lovelace", "2026-05-21"),
        paper("other", "Rivers", "Ada Lovelace", "2026-05-22"));
    DigestRequest request = request(10, List.of("Lovelace"));
    assertThat(ids(find(request, ANY, Set.of()))).containsExactly("other", "article");
    assertThat(ids(find(request, ANY, Set.of("preprint")))).containsExactly("other");
    assertThat(find(request, ANY, Set.of("preprint", "other", "gone")).isEmpty()).isTrue();
  }

  @Test
  void saysHowManyTheLimitLeaves() {
    index(
        paper("a", "Trees", "Ada Lovelace", "2026-05-20"),
        paper("b", "Rivers", "Ada Lovelace", "2026-05-21"),
        paper("c", "Stones", "Ada Lovelace", "2026-05-22"));
    Digest digest = find(request(2, List.of("Lovelace")), ANY, Set.of());
    assertThat(ids(digest)).containsExactly("c", "b");
    assertThat(digest.lists().getFirst().more()).isEqualTo(1);
    assertThat(digest.leavesPapers()).isTrue();
    // What one list leaves, another one may have.
    assertThat(ids(find(request(2, List.of("Lovelace"), "category:cs"), ANY, Set.of())))
        .containsExactly("c", "b", "a");
  }

  @Test
  void tellsOfNamesThatNoPaperHas() {
    index(paper("a", "Trees", "Ada Lovelace", "2026-05-20"));
    Digest digest = find(request(2, List.of("Nobody Known")), ANY, Set.of());
    assertThat(digest.isEmpty()).isTrue();
    assertThat(digest.notes())
        .containsExactly("By Nobody Known: No paper here has an author of this name.");
    assertThatThrownBy(() -> find(request(2, List.of(), "category:math"), ANY, Set.of()))
        .isInstanceOf(UnknownCategoryException.class);
  }

  @Test
  void saysWhichPaperOfALibraryEachIsClosestTo() {
    try (PaperIndexWriter writer = new LuceneStore(folder).writer(List.of(SmallIndex.PLANE))) {
      add(writer, paper("l1", "Trees", "Ada Lovelace", "2020"), 0);
      add(writer, paper("l2", "Leaves", "Bob Ross", "2020"), 10);
      add(writer, paper("l3", "Roots", "Eve Moneypenny", "2020"), 20);
      add(writer, paper("new", "Bark", "Zoe Winter", "2026"), 18);
      writer.commit();
    }
    List<Paper> library = Stream.of("l1", "l2", "l3").map(id -> Paper.of(id, "", "")).toList();
    DigestRequest request = new DigestRequest(List.of(), List.of(), library, Filter.NONE, null, 1);
    Digest digest = find(request, new DigestWindow(PublicationDate.ofYear(2026)), Set.of());
    assertThat(digest.lists())
        .extracting(DigestList::heading)
        .containsExactly("Like 3 papers of your library, such as “Leaves” and “Trees”");
    assertThat(ids(digest)).containsExactly("new");
    assertThat(digest.papers()).extracting(DigestPaper::near).containsExactly("Roots");
  }

  @Test
  void findsPapersOfAnyDateWhereNoneHasADate() {
    index(paper("a", "Trees", "Ada Lovelace", null));
    DigestWindow recent = new DigestWindow(PublicationDate.parse("2026-05-01"));
    Digest digest = find(request(2, List.of("Lovelace")), recent, Set.of());
    assertThat(ids(digest)).containsExactly("a");
    assertThat(digest.window()).isEqualTo(ANY);
  }

  static Stream<Long> seeds() {
    return Seed.three().boxed();
  }

  /// Papers reach the index up to thirty days late. The limit is smaller than what comes in some
  /// nights; the quiet nights at the end catch up.
  @ParameterizedTest
  @MethodSource("seeds")
  void givesEveryPaperOnceOverManyNights(long seed) {
    Random random = Seed.fixed(seed);
    DigestRequest request = request(3, List.of("Ada Lovelace"), "category:cs");
    Set<String> wanted = new HashSet<>();
    List<String> given = new ArrayList<>();
    LocalDate last = null;
    LocalDate open = null;
    for (int night = 0; night < 30; night++) {
      LocalDate today = TODAY.plusDays(night);
      List<Paper> arrived = new ArrayList<>();
      int count = night < 10 ? random.nextInt(7) : 0;
      for (int i = 0; i < count; i++) {
        String id = "n" + night + "-" + i;
        String author = random.nextBoolean() ? "Ada Lovelace" : "Bob Ross";
        String date = today.minusDays(random.nextInt(31)).toString();
        arrived.add(paper(id, "Paper " + id, author, date));
        wanted.add(id);
      }
      if (!arrived.isEmpty()) {
        index(arrived.toArray(Paper[]::new));
      }
      if (wanted.isEmpty()) {
        continue;
      }
      DigestWindow window = DigestWindow.of(new Since.Last(), today, last, open);
      Digest digest = find(request, window, Set.copyOf(given));
      if (!digest.isEmpty()) {
        given.addAll(digest.ids());
        last = today;
        open = digest.leavesPapers() ? requireNonNull(window.first()).earliest() : null;
      }
    }
    assertThat(given).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(wanted);
  }
}
