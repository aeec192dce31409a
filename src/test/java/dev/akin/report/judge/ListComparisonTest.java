package dev.akin.report.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.paper.Paper;
import dev.akin.recommend.PlaneIndex;
import dev.akin.recommend.Recommender;
import dev.akin.recommend.query.RecommendOptions;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListComparisonTest {
  private static final int PAPERS = 8;

  @TempDir Path folder;

  private PaperIndex index;
  private IndexSnapshot snapshot;
  private Recommender recommender;

  @BeforeEach
  void open() {
    Map<Paper, Double> papers = new LinkedHashMap<>();
    for (int at = 0; at < PAPERS; at++) {
      papers.put(PlaneIndex.paper("p" + at, "Title " + at, "", null), 20.0 * at);
    }
    index = PlaneIndex.of(folder.resolve("index"), papers);
    snapshot = index.snapshot();
    recommender =
        new Recommender(
            index,
            () -> {
              throw new AssertionError("no model is needed");
            });
  }

  @AfterEach
  void close() {
    snapshot.close();
    index.close();
  }

  /// Lists of one paper, in which only papers with an even number in the snapshot have a list.
  private record Even(List<Paper> list) implements OtherLists {
    @Override
    public String name() {
      return "even";
    }

    @Override
    public boolean has(IndexSnapshot snapshot, int paper) {
      return paper % 2 == 0;
    }

    @Override
    public List<Paper> of(IndexSnapshot snapshot, int paper, int count) {
      return list;
    }
  }

  private ListComparison against(OtherLists other, long seed) {
    return new ListComparison(snapshot, recommender, other, seed);
  }

  @Test
  void drawsPapersThatHaveAList() {
    ListComparison comparison = against(new Even(List.of()), 1);

    assertThat(comparison.draw(100)).hasSize(PAPERS / 2).allMatch(paper -> paper % 2 == 0);
    assertThat(comparison.draw(2)).hasSize(2).isEqualTo(comparison.draw(100).subList(0, 2));
  }

  @Test
  void countsPapersWithoutAListAndThoseWithTheSameLists() {
    List<Integer> all = List.of(0, 1, 2, 3, 3);

    ListComparison.Made made = against(new Even(List.of()), 1).compare(all, "1.2.3");
    assertThat(List.of(made.papers(), made.identical(), made.without())).containsExactly(2, 0, 2);

    OtherLists same = new SameLists(recommender);
    ListComparison.Made again = against(same, 1).compare(all, "1.2.3");
    assertThat(List.of(again.papers(), again.identical(), again.without()))
        .containsExactly(4, 4, 0);
    assertThat(again.html()).contains("\"identical\":4").contains("\"papers\":[]");
  }

  /// What akin recommends itself.
  private record SameLists(Recommender recommender) implements OtherLists {
    @Override
    public String name() {
      return "same";
    }

    @Override
    public boolean has(IndexSnapshot snapshot, int paper) {
      return true;
    }

    @Override
    public List<Paper> of(IndexSnapshot snapshot, int paper, int count) {
      return LexicalLists.list(
          recommender, snapshot, paper, RecommendOptions.DEFAULT.withLimit(count));
    }
  }

  @Test
  void givesTheSamePageForTheSameSeed() {
    OtherLists other = new Even(List.of());
    String page = page(other, 1);

    assertThat(page(other, 1)).isEqualTo(page);
    assertThat(page(other, 2)).isNotEqualTo(page);
  }

  private String page(OtherLists other, long seed) {
    ListComparison comparison = against(other, seed);
    return comparison.compare(comparison.draw(10), "1.2.3").html();
  }
}
