package dev.akin.serve.page;

import dev.akin.index.store.IndexSnapshot;
import dev.akin.paper.Paper;
import dev.akin.recommend.Answer;
import dev.akin.recommend.Recommender;
import dev.akin.recommend.query.NoDirectionException;
import dev.akin.recommend.query.Query;
import dev.akin.recommend.query.RecommendOptions;
import dev.akin.serve.request.Address;
import dev.akin.serve.request.RequestKey;
import dev.akin.write.json.AnswerJson;
import dev.akin.write.list.PaperList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/// One paper. Its page also shows related papers.
///
/// @param related the papers that its page shows, computed only if it is asked for
///
/// @hidden public for its own room only
public record PaperContent(
    Paper paper,
    IndexSnapshot snapshot,
    Supplier<Optional<Answer>> related,
    RequestKey asked,
    PageWriter page)
    implements Content {
  /// A paper by its id or another name.
  ///
  /// @param query for the related papers, of which the first positive is the paper
  /// @throws dev.akin.recommend.query.UnknownPaperException if the index does not have it
  public static PaperContent of(
      Recommender recommender,
      IndexSnapshot snapshot,
      PaperQuery query,
      RequestKey asked,
      PageWriter page) {
    Paper paper = Recommender.paper(snapshot, query.id());
    return new PaperContent(
        paper,
        snapshot,
        () -> related(recommender, snapshot, query.query(), query.options(paper)),
        asked,
        page);
  }

  private static Optional<Answer> related(
      Recommender recommender, IndexSnapshot snapshot, Query query, RecommendOptions options) {
    try {
      return Optional.of(recommender.recommendOrNothing(snapshot, query, options));
    } catch (NoDirectionException _) {
      return Optional.empty();
    }
  }

  @Override
  public ObjectNode json() {
    return AnswerJson.of(paper, snapshot.info());
  }

  @Override
  public PaperList list() {
    return PaperList.of(paper.title(), List.of(paper), snapshot.info(), asked.self());
  }

  @Override
  public String html() {
    Address address = asked.address();
    PaperView view = PaperView.of(paper, related.get(), list(), address, page);
    boolean isPlain = address.without("id", Links.LANGUAGE).parameters().isEmpty();
    return page.write(
        "paper",
        new Frame.Shown(
            paper.titleOrId(),
            "",
            address,
            List.of(new Frame.Feed(page.messages().text("relatedPapers"), view.feed())),
            !isPlain,
            ListView.source(snapshot.info(), page)),
        view);
  }
}
