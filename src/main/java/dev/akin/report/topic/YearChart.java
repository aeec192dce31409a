package dev.akin.report.topic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A small bar chart of a topic's papers by year, as numbers for a template: of the last forty
/// years up to the corpus's last, a bar a year.
final class YearChart {
  private static final int MAX_YEARS = 40;
  private static final int STEP = 8;
  private static final int BAR = 6;
  private static final int HEIGHT = 40;

  private YearChart() {}

  /// @param years the first one first
  static List<Map<String, Object>> view(List<TopicYear> years) {
    if (years.isEmpty()) {
      return List.of();
    }
    int last = years.getLast().year();
    int first = Math.max(last - MAX_YEARS + 1, years.getFirst().year());
    List<TopicYear> shown = years.stream().filter(year -> year.year() >= first).toList();
    int most = Math.max(1, shown.stream().mapToInt(TopicYear::papers).max().orElse(0));
    List<Map<String, Object>> bars = new ArrayList<>();
    for (TopicYear year : shown) {
      // Rounded up, so that one paper is to be seen.
      int height = (year.papers() * HEIGHT + most - 1) / most;
      Map<String, Object> bar = new LinkedHashMap<>();
      bar.put("x", Integer.toString((year.year() - first) * STEP));
      bar.put("y", Integer.toString(HEIGHT - height));
      bar.put("height", Integer.toString(height));
      bar.put("width", Integer.toString(BAR));
      bar.put("what", year.year() + ": " + year.papers() + " of " + year.all());
      bars.add(bar);
    }
    Map<String, Object> chart = new LinkedHashMap<>();
    chart.put("first", Integer.toString(first));
    chart.put("last", Integer.toString(last));
    chart.put("most", Integer.toString(most));
    chart.put("width", Integer.toString((last - first + 1) * STEP));
    chart.put("bars", bars);
    return List.of(chart);
  }
}
