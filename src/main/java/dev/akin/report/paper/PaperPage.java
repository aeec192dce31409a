package dev.akin.report.paper;

import dev.akin.report.page.Html;
import dev.akin.write.table.Provenance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The content of a paper's page.
///
/// @param markdown the name of the file with the same content as Markdown
/// @param facts authors, date, categories and id
/// @param topic the paper's topic; absent if it is in none
/// @param works other papers of the same work, and errata
/// @param neighbors the nearest papers, nearest first
/// @param scores what the numbers mean; absent if there are no nearest papers
/// @param nothing why there are no nearest papers; absent if there are some
record PaperPage(
    String title,
    Provenance provenance,
    String id,
    String markdown,
    List<String> facts,
    @Nullable String link,
    String abstractText,
    @Nullable TopicLink topic,
    List<OfWork> works,
    List<Related> neighbors,
    @Nullable String scores,
    @Nullable String nothing) {
  /// The path to the report's other pages.
  String root() {
    return "../";
  }

  /// The path to the paper on the map.
  String onMap() {
    return "../map.html#paper=" + Html.inAddress(id);
  }

  boolean hasWorks() {
    return !works.isEmpty();
  }

  /// A link to a topic.
  record TopicLink(int id, String label) {}

  /// A paper of the same work.
  ///
  /// @param evidence why it is the same work, in words
  record OfWork(Entry entry, String evidence) {}

  /// A paper among the nearest.
  ///
  /// @param score its cosine, by which the list is ordered, with three decimals
  /// @param reasons why it is near, a line for each reason
  record Related(int rank, Entry entry, String score, List<String> reasons) {}

  /// A paper in a list.
  ///
  /// @param href its page in the report, or else where people read it; absent if it has neither
  record Entry(String title, @Nullable String href, List<String> facts) {}
}
