package dev.akin.recommend;

import dev.akin.index.store.Stores;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.base.Deadline;
import dev.akin.base.Pause;
import dev.akin.embed.Embedders;
import dev.akin.embed.Folders;
import dev.akin.embed.TextEmbeddings;
import dev.akin.embed.TinyModel;
import dev.akin.embed.model.EmbedException;
import dev.akin.embed.model.EmbedOptions;
import dev.akin.embed.model.Models;
import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.index.store.TextKey;
import dev.akin.paper.Paper;
import dev.akin.recommend.library.LibraryCounts;
import dev.akin.recommend.library.Match;
import dev.akin.recommend.query.Mode;
import dev.akin.recommend.query.RecommendOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A library of which the index has one paper, answered within an hour. Whenever four of the other
/// texts are embedded, twenty minutes are over; half of the hour is for ranking.
class LibraryDeadlineIT {
  private static final Duration LIMIT = Duration.ofHours(1);
  private static final Duration STEP = Duration.ofMinutes(20);
  private static final RecommendOptions ALL =
      RecommendOptions.DEFAULT.withMode(Mode.SEMANTIC).withFloor(0.0);

  private final AtomicLong now = new AtomicLong();
  private Embedders embedders;
  private PaperIndex index;

  @BeforeEach
  void write(@TempDir Path folder) {
    Models models =
        Models.of(
            Folders.tiny(
                folder.resolve("tiny"), TinyModel.giving(TinyModel.Output.STATES), card -> {}));
    embedders = Embedders.open(models, EmbedOptions.onAllCores());
    try (PaperIndexWriter writer =
        Stores.at(folder.resolve("index")).writer(models.spaces())) {
      for (String title : List.of("a b c a", "b c b c")) {
        Paper paper = Paper.of(title.replace(' ', '-'), title, "");
        TextKey key = TextKey.of(title);
        TextEmbeddings text = embedders.embed(List.of(models.document(paper))).getFirst();
        writer.addText(key, Objects.requireNonNull(text.vectors()));
        writer.upsert(paper, key);
      }
      writer.commit();
    }
    index = Stores.at(folder.resolve("index")).open(PaperIndex.Check.NOTHING);
  }

  @AfterEach
  void close() {
    index.close();
    embedders.close();
  }

  private LibraryAnswer answer(Deadline deadline, LibraryQuery library) {
    Pause step =
        new Pause() {
          @Override
          public <T> T during(Supplier<T> wait) {
            T result = wait.get();
            now.addAndGet(STEP.toNanos());
            return result;
          }
        };
    try (IndexSnapshot snapshot = index.snapshot();
        IndexSnapshot own = snapshot.until(deadline)) {
      return new LibraryRecommender(new Recommender(index, () -> embedders).until(deadline, step))
          .recommend(own, library, ALL);
    }
  }

  /// Ten texts, and a paper of the index at the end.
  private static LibraryQuery library() {
    List<Paper> entries = new ArrayList<>();
    IntStream.range(0, 10)
        .mapToObj(i -> Paper.of("k" + i, "a b c " + "c ".repeat(i + 1), "b"))
        .forEach(entries::add);
    entries.add(Paper.of("a-b-c-a", "a b c a", ""));
    return new LibraryQuery(entries, List.of(), List.of());
  }

  @Test
  void readsTextsUntilThereIsOnlyTimeToRank() {
    LibraryAnswer answer = answer(Deadline.in(LIMIT, now::get), library());
    assertThat(answer.counts()).isEqualTo(new LibraryCounts(11, Map.of(Match.ID, 1), 8, 0, 2));
    assertThat(answer.partial()).isTrue();
    assertThat(answer.interests()).isNotEmpty();
  }

  @Test
  void readsAllWithoutADeadline() {
    LibraryAnswer answer = answer(Deadline.NEVER, library());
    assertThat(answer.counts()).isEqualTo(new LibraryCounts(11, Map.of(Match.ID, 1), 10, 0, 0));
    assertThat(answer.partial()).isFalse();
    assertThat(now).hasValue(0);
  }

  @Test
  void failsIfNothingWasRead() {
    Deadline deadline = Deadline.in(LIMIT, now::get);
    now.addAndGet(LIMIT.dividedBy(2).toNanos());
    assertThatThrownBy(() -> answer(deadline, library()))
        .isInstanceOf(EmbedException.class)
        .hasMessage(
            "none of the library's entries (11) was read within 3600000 ms; try again in a second");
  }
}
