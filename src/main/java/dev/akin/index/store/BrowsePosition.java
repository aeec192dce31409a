package dev.akin.index.store;

import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A position in the list of papers by date: right after one paper. It stays valid while papers
/// come and go.
///
/// @param day the first day of the paper's date; absent if it has none
/// @param id the paper's id
public record BrowsePosition(@Nullable LocalDate day, PaperId id) {
  private static final String UNDATED = "undated";

  /// The position after `paper`.
  public static BrowsePosition after(Paper paper) {
    return new BrowsePosition(paper.date() == null ? null : paper.date().earliest(), paper.id());
  }

  /// Reads what [#toString] returns.
  ///
  /// @throws IllegalArgumentException if `text` does not have that form
  public static BrowsePosition parse(String text) {
    int comma = text.indexOf(',');
    if (comma > 0) {
      String day = text.substring(0, comma);
      try {
        return new BrowsePosition(
            day.equals(UNDATED) ? null : LocalDate.parse(day),
            new PaperId(text.substring(comma + 1)));
      } catch (DateTimeException e) {
        throw new IllegalArgumentException("\"" + day + "\" is not a date", e);
      }
    }
    throw new IllegalArgumentException(
        "\"" + text + "\" is not a position; take it from the previous page");
  }

  /// `2024-05-17,2024.acl-long.12`
  @Override
  public String toString() {
    return (day == null ? UNDATED : day.toString()) + "," + id;
  }
}
