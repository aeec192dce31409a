package dev.akin.report.topic;

import dev.akin.base.Printable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A small bar chart of a topic's papers, a bar for each year, as numbers for a template. It ends
/// with the corpus's last year and shows 40 years at max. One axis has the number of papers, the
/// other the first and the last year.
final class YearChart {
  private static final int MAX_YEARS = 40;
  private static final int YEAR_WIDTH = 8;
  private static final int BAR_WIDTH = 6;
  private static final int HEIGHT = 40;

  /// Room for the numbers of papers to the left of the bars.
  private static final int LEFT = 40;

  /// Room above the bars for half a line of text.
  private static final int TOP = 6;

  /// Two years beside each other need this width.
  private static final int MIN_WIDTH = 64;

  private YearChart() {}

  /// @param years earliest first
  static List<Map<String, Object>> view(List<TopicYear> years) {
    if (years.isEmpty()) {
      return List.of();
    }
    int last = years.getLast().year();
    int first = Math.max(last - MAX_YEARS + 1, years.getFirst().year());
    List<TopicYear> shown = years.stream().filter(year -> year.year() >= first).toList();
    int max = Math.max(1, shown.stream().mapToInt(TopicYear::papers).max().orElse(0));
    List<Map<String, Object>> bars = new ArrayList<>();
    for (TopicYear year : shown) {
      // Rounded up, so that one paper is visible.
      int height = (year.papers() * HEIGHT + max - 1) / max;
      Map<String, Object> bar = new LinkedHashMap<>();
      bar.put("x", Integer.toString(LEFT + (year.year() - first) * YEAR_WIDTH));
      bar.put("y", Integer.toString(TOP + HEIGHT - height));
      bar.put("height", Integer.toString(height));
      bar.put("width", Integer.toString(BAR_WIDTH));
      bar.put(
          "what",
          year.year() + ": " + year.papers() + " of " + Printable.count(year.all(), "paper"));
      bars.add(bar);
    }
    Map<String, Object> chart = new LinkedHashMap<>();
    chart.put("first", Integer.toString(first));
    chart.put("last", Integer.toString(last));
    chart.put("severalYears", first < last);
    chart.put("max", Printable.count(max));
    chart.put("highest", Printable.count(max, "paper"));
    chart.put(
        "chartWidth",
        Integer.toString(LEFT + Math.max(MIN_WIDTH, (last - first + 1) * YEAR_WIDTH)));
    chart.put("bars", bars);
    return List.of(chart);
  }
}
