package dev.akin.recommend;

import dev.akin.paper.PaperId;
import dev.akin.recommend.query.Resolved;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One of a reader's interests, and what was recommended for it.
///
/// @param size how many of the reader's papers belong to it
/// @param central one or two of these papers, the most central first
/// @param answer to a query for the most central papers; no paper is in the answers to two
///   interests
/// @param closest of each result the paper of the interest that it is closest to, in their order
public record Interest(int size, List<Central> central, Answer answer, List<Central> closest) {
  public Interest {
    central = List.copyOf(central);
    closest = List.copyOf(closest);
  }

  /// A paper or text that belongs to the interest.
  ///
  /// @param id absent if the index does not have it
  /// @param title of the paper; of a text without title, the text
  public record Central(@Nullable PaperId id, String title) {
    static Central of(Resolved example) {
      String title = example.paper().title();
      return new Central(
          example.isPaper() ? example.paper().id() : null,
          title.isBlank() ? example.text() : title);
    }
  }
}
