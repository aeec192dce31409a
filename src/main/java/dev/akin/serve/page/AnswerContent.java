package dev.akin.serve.page;

import dev.akin.index.store.IndexSnapshot;
import dev.akin.recommend.Answer;
import dev.akin.recommend.Recommender;
import dev.akin.recommend.query.RecommendOptions;
import dev.akin.serve.request.Address;
import dev.akin.serve.request.ParsedQuery;
import dev.akin.serve.request.RequestKey;
import dev.akin.write.json.AnswerJson;
import dev.akin.write.list.PaperList;
import dev.akin.write.text.PaperFields;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// The answer to a query.
///
/// @param answer for news, with more results than will be shown
/// @param fields the fields of each paper
/// @param limit how many papers are shown
///
/// @hidden public for its own room only
public record AnswerContent(
    Answer answer, PaperFields fields, int limit, RequestKey asked, PageWriter page)
    implements Content {
  /// Asks the recommender.
  public static AnswerContent of(
      Recommender recommender,
      IndexSnapshot snapshot,
      ParsedQuery question,
      RequestKey asked,
      PageWriter page) {
    Answer answer =
        recommender.recommend(
            snapshot,
            question.query(),
            options(
                question.scope().within(snapshot, question.query(), question.options()), asked));
    return new AnswerContent(answer, question.fields(), question.options().limit(), asked, page);
  }

  /// The options of a query, for the form of its answer.
  static RecommendOptions options(RecommendOptions options, RequestKey asked) {
    return asked.as().isNews() ? options.forNews() : options;
  }

  @Override
  public ObjectNode json() {
    return AnswerJson.of(answer, fields);
  }

  @Override
  public PaperList list() {
    PaperList list =
        asked.as().isNews()
            ? PaperList.newest(answer, limit, asked.self())
            : PaperList.of(answer, asked.self());
    return list.withFields(fields);
  }

  @Override
  public String html() {
    RelatedView view = RelatedView.of(answer, page);
    Address address = asked.address();
    List<Frame.Feed> feeds =
        address.parameters().isEmpty()
            ? List.of()
            : List.of(
                new Frame.Feed(
                    view.heading(), Links.api(address.path(), address.parameters(), "atom")));
    return page.write(
        "related",
        new Frame.Shown(
            view.heading(), "", address, feeds, true, ListView.source(answer.index(), page)),
        view);
  }
}
