package dev.akin.serve.page;

import dev.akin.index.IndexSnapshot;
import dev.akin.recommend.Answer;
import dev.akin.recommend.Recommender;
import dev.akin.recommend.query.RecommendOptions;
import dev.akin.serve.request.ParsedQuery;
import dev.akin.serve.request.RequestKey;
import dev.akin.write.AnswerJson;
import dev.akin.write.PaperList;
import tools.jackson.databind.node.ObjectNode;

/// The answer to a query.
///
/// @param answer for news, with more results than will be shown
///
/// @hidden public for its own room only
public record AnswerContent(ParsedQuery question, RequestKey asked, Answer answer, Pages pages)
    implements Content {
  /// Asks the recommender.
  public static AnswerContent of(
      Recommender recommender,
      IndexSnapshot snapshot,
      ParsedQuery question,
      RequestKey asked,
      Pages pages) {
    RecommendOptions options =
        asked.as().isNews() ? question.options().forNews() : question.options();
    Answer answer = recommender.recommend(snapshot, question.query(), options);
    return new AnswerContent(question, asked, answer, pages);
  }

  @Override
  public ObjectNode json() {
    return AnswerJson.of(answer, question.fields());
  }

  @Override
  public PaperList list() {
    PaperList list =
        asked.as().isNews()
            ? PaperList.newest(answer, question.options().limit(), asked.self())
            : PaperList.of(answer, asked.self());
    return list.withFields(question.fields());
  }

  @Override
  public String html() {
    return pages.list(ListView.of(list().title(), answer));
  }
}
