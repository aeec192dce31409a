package dev.akin.index.search;

import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A place in the list of papers by date: just behind one paper. It stays right while papers come
/// and go.
///
/// @param day the first day that the paper's date may be; absent if it has none
/// @param id the paper's
public record BrowsePosition(@Nullable LocalDate day, PaperId id) {
  private static final String UNDATED = "undated";

  /// The place behind `paper`.
  public static BrowsePosition after(Paper paper) {
    return new BrowsePosition(paper.date() == null ? null : paper.date().earliest(), paper.id());
  }

  /// Reads what [#toString] prints.
  ///
  /// @throws IllegalArgumentException if `text` is not of the form
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
        "\"" + text + "\" is no position; take it from the page before");
  }

  /// `2024-05-17,2024.acl-long.12`
  @Override
  public String toString() {
    return (day == null ? UNDATED : day.toString()) + "," + id;
  }
}
