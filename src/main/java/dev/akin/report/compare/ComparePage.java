package dev.akin.report.compare;

import dev.akin.base.Printable;
import dev.akin.report.corpus.Corpus;
import dev.akin.report.page.ReportPages;
import dev.akin.report.topic.CorpusTopics;
import dev.akin.report.topic.PreviousTopics;
import dev.akin.report.topic.Topic;
import dev.akin.write.table.Provenance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The page `compare.html`.
///
/// @param comparison absent if the earlier report has no tables
record ComparePage(
    CorpusTopics found,
    PreviousTopics before,
    EarlierReport earlier,
    @Nullable Comparison comparison,
    Provenance provenance) {
  /// How many neighbors that a paper did not have are named.
  private static final int MAX_NAMED = 3;

  String html() {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("title", "What changed");
    view.put("root", "");
    view.put("provenance", provenance);
    view.put("earlier", earlierLine());
    view.put("caution", caution());
    view.put("topics", TopicGrowth.of(found, before, this::countNew));
    view.put("summary", comparison == null ? "" : summary(comparison));
    view.put("hasTables", comparison != null);
    if (comparison != null) {
      fill(view, comparison);
    }
    return new ReportPages().fill("compare.mustache", view);
  }

  private int countNew(Topic topic) {
    return comparison == null ? -1 : comparison.countNew(topic);
  }

  private void fill(Map<String, Object> view, Comparison made) {
    Corpus corpus = found.corpus();
    view.put(
        "newPapers", made.newRows(Comparison.SHOWN).stream().map(this::paperWithTopic).toList());
    view.put("moreNew", more(made.countNew()));
    view.put("gone", made.gone());
    view.put("moreGone", more(made.countGone()));
    view.put("others", made.most().stream().map(each -> changed(corpus, each)).toList());
    view.put("moreOthers", more(made.countOther()));
    view.put("compared", made.compared());
  }

  /// What the earlier report was made from; empty if it does not say so.
  private String earlierLine() {
    List<String> parts = new ArrayList<>();
    for (String name : List.of("akin", "model", "build", "commit", "options")) {
      if (!earlier.text(name).isEmpty()) {
        parts.add(name + " " + earlier.text(name));
      }
    }
    return String.join(" · ", parts);
  }

  private static String summary(Comparison made) {
    String papers =
        "%s before, %s now: %s new, %s gone."
            .formatted(
                Printable.count(made.before(), "paper"),
                Printable.count(made.before() - made.countGone() + made.countNew()),
                Printable.count(made.countNew()),
                Printable.count(made.countGone()));
    int kept = made.before() - made.countGone();
    if (kept == 0) {
      return papers;
    }
    return made.countOther() == 0
        ? papers + " All papers in both reports have the same neighbors."
        : papers
            + " Of %s in both reports, %s %s at least one other neighbor."
                .formatted(
                    Printable.count(kept, "paper"),
                    Printable.count(made.countOther()),
                    made.countOther() == 1 ? "has" : "have");
  }

  /// Why neighbors may differ although papers do not; empty if there is no such reason.
  private String caution() {
    String identity = String.valueOf(provenance.entries().get("identity"));
    if (!earlier.text("identity").isEmpty() && !earlier.text("identity").equals(identity)) {
      return "The earlier report was made with another model, so most neighbors are others.";
    }
    return earlier.isApproximate() || "approximate".equals(provenance.options().get("search"))
        ? "Neighbors were searched with the graph of the index, which misses a few, so some"
            + " differences are chance."
        : "";
  }

  private static String more(int count) {
    return count > Comparison.SHOWN
        ? "and %s more in the table".formatted(Printable.count(count - Comparison.SHOWN))
        : "";
  }

  private Map<String, Object> paperWithTopic(int row) {
    Map<String, Object> view = paper(found.corpus(), row);
    int place = found.topics().of(row);
    view.put("topic", place < 0 ? "" : found.topics().list().get(place).label());
    return view;
  }

  private static Map<String, Object> paper(Corpus corpus, int row) {
    return ReportPages.named(corpus.paper(row));
  }

  private static Map<String, Object> changed(Corpus corpus, OtherNeighbors change) {
    Map<String, Object> view = paper(corpus, change.row());
    String others =
        "%s entered, %s left"
            .formatted(
                Printable.count(change.entered().size()), Printable.count(change.left().size()));
    String ofThese =
        change.newPapers() == 0
            ? ""
            : "; %s of those that entered %s new"
                .formatted(
                    Printable.count(change.newPapers()), change.newPapers() == 1 ? "is" : "are");
    view.put("change", others + ofThese);
    view.put(
        "entered",
        change.entered().stream().limit(MAX_NAMED).map(row -> paper(corpus, row)).toList());
    return view;
  }
}
