package dev.akin.recommend;

import dev.akin.paper.PaperId;
import dev.akin.recommend.query.Resolved;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One of a reader's interests, and what was recommended for it.
///
/// @param size how many of the reader's papers show it
/// @param central one or two of them, the most central first
/// @param answer to a query for the most central of them; has no paper that another interest's
///   answer has
public record Interest(int size, List<Central> central, Answer answer) {
  public Interest {
    central = List.copyOf(central);
  }

  /// A paper or text that shows the interest.
  ///
  /// @param id absent if the index does not have it
  /// @param title or what a text without title says
  public record Central(@Nullable PaperId id, String title) {
    static Central of(Resolved example) {
      String title = example.paper().title();
      return new Central(
          example.isPaper() ? example.paper().id() : null,
          title.isBlank() ? example.text() : title);
    }
  }
}
