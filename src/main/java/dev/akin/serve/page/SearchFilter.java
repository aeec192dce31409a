package dev.akin.serve.page;

import dev.akin.serve.request.Address;
import java.util.ArrayList;
import java.util.List;

/// The filters of a search, as somebody would type them into the search box, so that a search can
/// be kept as one text.
final class SearchFilter {
  private static final int YEAR_DIGITS = 4;

  private SearchFilter() {}

  /// A text with the filters of an address: `sarcasm year:2020 category:acl`. The box has no fields
  /// for the other filters.
  static String with(String typed, Address asked) {
    List<String> parts = new ArrayList<>(List.of(typed));
    String years = years(asked);
    if (!years.isEmpty()) {
      parts.add("year:" + years);
    }
    asked.all("category").forEach(name -> parts.add("category:" + quoted(name)));
    asked.all("author").forEach(name -> parts.add("author:" + quoted(name)));
    return String.join(" ", parts);
  }

  private static String years(Address asked) {
    String from = year(asked.all("from"));
    String to = year(asked.all("to"));
    if (from.isEmpty() && to.isEmpty()) {
      return "";
    }
    return from.equals(to) ? from : from + "-" + to;
  }

  /// The year of a date; empty if there is none.
  private static String year(List<String> dates) {
    return dates.isEmpty() ? "" : dates.getFirst().substring(0, YEAR_DIGITS);
  }

  private static String quoted(String name) {
    return name.indexOf(' ') < 0 ? name : '"' + name.replace("\"", "") + '"';
  }
}
