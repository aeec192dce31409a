package dev.akin.serve.page;

import dev.akin.index.IndexSnapshot;
import dev.akin.index.commit.IndexInfo;
import dev.akin.paper.Paper;
import dev.akin.recommend.Recommender;
import dev.akin.recommend.query.Example;
import dev.akin.recommend.query.Query;
import dev.akin.recommend.query.RecommendOptions;
import dev.akin.serve.request.RequestKey;
import dev.akin.write.AnswerJson;
import dev.akin.write.PaperList;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/// One paper. Its page also shows related papers.
///
/// @param page makes the page, only if it is asked for
///
/// @hidden public for its own room only
public record PaperContent(Paper paper, IndexInfo index, RequestKey asked, Supplier<String> page)
    implements Content {
  /// A paper by its id or another name.
  ///
  /// @throws dev.akin.recommend.query.UnknownPaperException if the index does not have it
  public static PaperContent of(
      Recommender recommender, IndexSnapshot snapshot, String id, RequestKey asked, Pages pages) {
    Paper paper = Recommender.paper(snapshot, id);
    return new PaperContent(
        paper,
        snapshot.info(),
        asked,
        () ->
            pages.paper(
                PaperView.of(
                    recommender.recommendOrNothing(
                        snapshot, Query.of(new Example.LikePaper(id)), RecommendOptions.DEFAULT)),
                paper.id()));
  }

  @Override
  public ObjectNode json() {
    return AnswerJson.of(paper, index);
  }

  @Override
  public PaperList list() {
    return PaperList.of(paper.title(), List.of(paper), index, asked.self());
  }

  @Override
  public String html() {
    return page.get();
  }
}
