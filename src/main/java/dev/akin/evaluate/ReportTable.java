package dev.akin.evaluate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Figures as text for people, in percent.
public final class ReportTable {
  private static final String GAP = "  ";
  private static final int METRIC_WIDTH = 22;

  private final Report report;
  private final List<String> lines = new ArrayList<>();

  private ReportTable(Report report) {
    this.report = report;
  }

  /// The lines of the table.
  public static List<String> of(Report report) {
    ReportTable table = new ReportTable(report);
    report.tasks().forEach(table::add);
    return table.lines;
  }

  private void add(TaskResult task) {
    if (!lines.isEmpty()) {
      lines.add("");
    }
    lines.add("%s, %s: %s".formatted(report.collection(), task.task(), task.description()));
    task.notes().forEach(note -> lines.add("note: " + note));
    lines.add("");
    int width = labelWidth(task);
    lines.add(row("mean ± standard error", task.systems().getFirst().metrics().keySet(), width));
    for (SystemResult system : task.systems()) {
      lines.add(
          row(
              label(system),
              system.metrics().values().stream().map(ReportTable::mean).toList(),
              width));
    }
    if (!task.pairs().isEmpty()) {
      lines.add("");
      lines.add(
          "difference [95 %% interval]; %,d bootstrap resamples of the query papers, seed %d"
              .formatted(report.bootstrap().resamples(), report.bootstrap().seed()));
      task.pairs().forEach(pair -> lines.add(row(label(pair), differences(pair), width)));
    }
  }

  private static String label(SystemResult system) {
    return system.model() == null
        ? system.system().toString()
        : system.system() + " · " + system.model();
  }

  private static String label(TaskResult.Pair pair) {
    return pair.system().system() + " − " + pair.base().system();
  }

  private static int labelWidth(TaskResult task) {
    List<String> labels = new ArrayList<>(task.systems().stream().map(ReportTable::label).toList());
    task.pairs().forEach(pair -> labels.add(label(pair)));
    labels.add("mean ± standard error");
    return labels.stream().mapToInt(String::length).max().orElse(0);
  }

  private static String row(String label, Collection<String> cells, int width) {
    StringBuilder row = new StringBuilder(GAP + label + " ".repeat(width - label.length()));
    cells.forEach(cell -> row.append(GAP).append(" ".repeat(pad(cell))).append(cell));
    return row.toString();
  }

  private static int pad(String cell) {
    return Math.max(0, METRIC_WIDTH - cell.length());
  }

  private static String mean(Sample sample) {
    return String.format(
        Locale.ROOT, "%.2f ± %.2f", 100 * sample.mean(), 100 * sample.standardError());
  }

  private List<String> differences(TaskResult.Pair pair) {
    Map<String, Sample> differences = pair.system().minus(pair.base());
    return differences.values().stream().map(this::difference).toList();
  }

  private String difference(Sample sample) {
    Bootstrap.Interval interval = report.bootstrap().interval(sample);
    return String.format(
        Locale.ROOT,
        "%+.2f [%+.2f, %+.2f]",
        100 * sample.mean(),
        100 * interval.low(),
        100 * interval.high());
  }
}
