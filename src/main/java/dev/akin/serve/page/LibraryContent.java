package dev.akin.serve.page;

import dev.akin.recommend.LibraryAnswer;
import dev.akin.serve.request.RequestKey;
import dev.akin.write.json.LibraryJson;
import dev.akin.write.list.PaperList;
import dev.akin.write.text.PaperFields;
import dev.akin.write.text.SkippedEntries;
import tools.jackson.databind.node.ObjectNode;

/// The answer to a library of references.
///
/// @param answer for news, with more results than will be shown
/// @param skipped entries that could not be read
/// @param fields the fields of each paper
/// @param limit how many papers are shown
///
/// @hidden public for its own room only
public record LibraryContent(
    LibraryAnswer answer,
    SkippedEntries skipped,
    PaperFields fields,
    int limit,
    RequestKey asked,
    PageWriter page)
    implements Content {
  @Override
  public ObjectNode json() {
    return LibraryJson.of(answer, skipped, fields);
  }

  @Override
  public PaperList list() {
    PaperList list = PaperList.of(answer, asked.self());
    return (asked.as().isNews() ? list.newest(limit) : list).withFields(fields);
  }

  @Override
  public String html() {
    return page.like(LikeView.of(answer, skipped, page), answer.index());
  }

  @Override
  public boolean isPartial() {
    return answer.partial();
  }
}
