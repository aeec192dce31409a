package dev.akin.report.judge;

import dev.akin.index.store.IndexSnapshot;
import dev.akin.paper.Paper;
import dev.akin.recommend.Recommendation;
import dev.akin.recommend.Recommender;
import dev.akin.recommend.query.Example;
import dev.akin.recommend.query.Mode;
import dev.akin.recommend.query.Query;
import dev.akin.recommend.query.RecommendOptions;
import java.util.List;

/// What BM25 finds in the same index: papers that share words with a paper, without a minimum
/// similarity.
///
/// @param recommender of the index
public record LexicalLists(Recommender recommender) implements OtherLists {
  private static final RecommendOptions WORDS =
      RecommendOptions.DEFAULT.withMode(Mode.LEXICAL).withFloor(0.0);

  @Override
  public String name() {
    return "BM25";
  }

  @Override
  public boolean has(IndexSnapshot snapshot, int paper) {
    return !snapshot.embeddings(paper).isEmpty();
  }

  @Override
  public List<Paper> of(IndexSnapshot snapshot, int paper, int count) {
    return list(recommender, snapshot, paper, WORDS.withLimit(count));
  }

  /// What akin recommends for a paper.
  static List<Paper> list(
      Recommender recommender, IndexSnapshot snapshot, int paper, RecommendOptions options) {
    Query query = Query.of(new Example.LikePaper(snapshot.id(paper).value()));
    return recommender.recommendOrNothing(snapshot, query, options).results().stream()
        .map(Recommendation::paper)
        .toList();
  }
}
