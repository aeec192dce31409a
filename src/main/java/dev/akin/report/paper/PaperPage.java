package dev.akin.report.paper;

import dev.akin.report.page.Html;
import dev.akin.write.table.Provenance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the page of a paper says.
///
/// @param markdown the name of the file that says the same
/// @param facts authors, date, categories and id
/// @param topic absent if it is in none
/// @param works other papers of the same work, and errata
/// @param nothing why there are no neighbors; absent if there are
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
    @Nullable String nothing) {
  /// Where the report's other pages are.
  String root() {
    return "../";
  }

  /// Its place on the map.
  String onMap() {
    return "../map.html#paper=" + Html.inAddress(id);
  }

  boolean hasWorks() {
    return !works.isEmpty();
  }

  /// A topic.
  record TopicLink(int id, String label) {}

  /// A paper of the same work.
  ///
  /// @param evidence why it is
  record OfWork(Entry entry, String evidence) {}

  /// A paper that is akin.
  ///
  /// @param cosine with three decimals; empty if unknown
  /// @param reasons a line each
  record Related(int rank, Entry entry, String cosine, List<String> reasons) {}

  /// A paper in a list.
  ///
  /// @param href of its own page, or where people read it; absent if it has neither
  record Entry(String title, @Nullable String href, List<String> facts) {}
}
