package dev.akin.index.opensearch.search;

import dev.akin.base.Deadline;
import dev.akin.index.opensearch.document.ClusterLayout;
import dev.akin.index.opensearch.document.FoundDocument;
import dev.akin.index.record.IndexFields;
import dev.akin.index.store.BrowsePosition;
import dev.akin.index.store.Filter;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Lists papers in an order: all by id, or those that pass a filter by date.
///
/// @hidden public for its own room only
public record PaperLists(View view, Deadline deadline) {
  private static final int UNDATED = Integer.MIN_VALUE;

  /// One page of the list by date, newest first.
  ///
  /// @param after the last paper of the previous page; absent for the first page
  public List<Paper> page(Filter filter, @Nullable BrowsePosition after, int count) {
    List<Paper> papers = new ArrayList<>();
    BrowsePosition position = after;
    while (papers.size() < count) {
      int most = Math.min(count - papers.size(), Point.PAGE);
      ObjectNode body = Point.body(FilterJson.of(filter), most, List.of(IndexFields.RECORD));
      ArrayNode sort = body.putArray("sort");
      ObjectNode day = sort.addObject().putObject(IndexFields.FIRST_DAY);
      day.put("order", "desc").put("missing", UNDATED);
      sort.addObject().put(IndexFields.ID, "asc");
      if (position != null) {
        body.putArray("search_after").add(day(position)).add(position.id().value());
      }
      List<FoundDocument> found = view.point().found(body, deadline);
      found.forEach(each -> papers.add(each.paper()));
      if (found.size() < most) {
        return papers;
      }
      position = BrowsePosition.after(papers.getLast());
    }
    return papers;
  }

  private static int day(BrowsePosition position) {
    return position.day() == null
        ? UNDATED
        : Math.clamp(position.day().toEpochDay(), UNDATED + 1, Integer.MAX_VALUE);
  }

  /// How many papers pass a filter.
  public int count(Filter filter) {
    return view.point().count(FilterJson.of(filter), deadline);
  }

  /// Passes the number of every paper to `each`, in the order of ids as UTF-8.
  public void inOrder(IntConsumer each) {
    view.point()
        .scan(
            FilterJson.papers(),
            IndexFields.ID,
            List.of(),
            deadline,
            found -> each.accept(view.numbers().of(found)));
  }

  /// The papers that were deleted permanently, in the order of ids.
  public List<PaperId> deleted() {
    List<PaperId> deleted = new ArrayList<>();
    String field = ClusterLayout.TOMBSTONE;
    view.point()
        .scan(
            SearchJson.exists(field),
            field,
            List.of(field),
            deadline,
            found -> deleted.add(Objects.requireNonNull(found.tombstone())));
    return deleted;
  }
}
