package dev.akin.serve.page;

import dev.akin.index.IndexSnapshot;
import dev.akin.recommend.Answer;
import dev.akin.recommend.Recommender;
import dev.akin.recommend.SearchBox;
import dev.akin.recommend.query.RecommendOptions;
import dev.akin.serve.request.ParsedQuery;
import dev.akin.serve.request.ParsedSearch;
import dev.akin.serve.request.RequestKey;
import dev.akin.write.AnswerJson;
import dev.akin.write.PaperFields;
import dev.akin.write.PaperList;
import tools.jackson.databind.node.ObjectNode;

/// The answer to a query.
///
/// @param answer for news, with more results than will be shown
/// @param fields the fields of each paper
/// @param limit how many papers are shown
///
/// @hidden public for its own room only
public record AnswerContent(
    Answer answer, PaperFields fields, int limit, RequestKey asked, Pages pages)
    implements Content {
  /// Asks the recommender.
  public static AnswerContent of(
      Recommender recommender,
      IndexSnapshot snapshot,
      ParsedQuery question,
      RequestKey asked,
      Pages pages) {
    Answer answer =
        recommender.recommend(
            snapshot,
            question.query(),
            options(
                question.scope().within(snapshot, question.query(), question.options()), asked));
    return new AnswerContent(answer, question.fields(), question.options().limit(), asked, pages);
  }

  /// Asks the search box.
  public static AnswerContent of(
      Recommender recommender,
      IndexSnapshot snapshot,
      ParsedSearch search,
      RequestKey asked,
      Pages pages) {
    Answer answer =
        new SearchBox(recommender)
            .search(snapshot, search.typed(), search.readAs(), options(search.options(), asked));
    return new AnswerContent(answer, search.fields(), search.options().limit(), asked, pages);
  }

  private static RecommendOptions options(RecommendOptions options, RequestKey asked) {
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
    return pages.list(ListView.of(list().title(), answer, asked));
  }
}
