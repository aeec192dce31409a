package dev.akin.report.duplicate;

import dev.akin.base.Printable;
import dev.akin.base.Resources;
import dev.akin.paper.Paper;
import dev.akin.report.corpus.Corpus;
import dev.akin.report.page.Html;
import dev.akin.report.page.ReportPages;
import dev.akin.write.table.Provenance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// The page `duplicates.html`: the papers of each work side by side, and what to do with them. The
/// browser keeps the decisions, and saves them as tables. The page's content security policy allows
/// only its own script and style.
final class DuplicatePage {
  /// How good the rule is; src/docs/reports.md says the same.
  static final String QUALITY =
      "On 194 labeled pairs of ACL papers that were not used to choose most of the thresholds, 37"
          + " of the 46 pairs found are the same work (precision 80 %), and 37 of the 43 pairs that"
          + " are the same work were found (recall 86 %; measured on 2026-11-21).";

  private static final int MAX_WORKS = 1000;
  private static final int MAX_PAIRS = 50;

  /// A work on the page.
  ///
  /// @param number of the work in the table, from 1
  /// @param title of its most complete paper
  /// @param size how many papers it has, in words
  /// @param pairs its most complete paper with each of the others
  /// @param errata its errata, in words
  /// @param more how many pairs are not shown; absent if none
  record WorkView(
      int number,
      String title,
      String size,
      List<PairView> pairs,
      List<ErratumView> errata,
      @Nullable Integer more) {
    private static final Comparator<WorkView> LEAST_CERTAIN_FIRST =
        Comparator.comparingDouble(WorkView::minCosine).thenComparingInt(WorkView::number);

    boolean isDoubtful() {
      return pairs.stream().anyMatch(pair -> !pair.doubt().isEmpty());
    }

    private double minCosine() {
      return pairs.stream().mapToDouble(PairView::cosine).min().orElse(1);
    }
  }

  /// The works of one kind.
  ///
  /// @param id of its part of the page
  /// @param name its heading
  /// @param note what kind they are
  record Part(String id, String name, String note, List<WorkView> works) {
    String size() {
      boolean several = !works.getFirst().pairs().isEmpty();
      return Printable.count(works.size(), several ? "work" : "paper");
    }
  }

  /// An erratum on the page.
  record ErratumView(String title, String id, String evidence) {}

  private final Corpus corpus;
  private final NearDuplicates duplicates;
  private final Decisions decisions;
  private int pairs;

  DuplicatePage(Corpus corpus, NearDuplicates duplicates, Decisions decisions) {
    this.corpus = corpus;
    this.duplicates = duplicates;
    this.decisions = decisions;
  }

  String html(Provenance provenance) {
    List<NearDuplicates.Work> works = duplicates.works();
    int cut = Math.max(0, works.size() - MAX_WORKS);
    List<WorkView> views = new ArrayList<>();
    for (NearDuplicates.Work work : works.subList(0, works.size() - cut)) {
      views.add(view(views.size() + 1, work));
    }
    views.sort(WorkView.LEAST_CERTAIN_FIRST);
    String script =
        "\n"
            + ReportPages.savingScript()
            + Resources.text(DuplicatePage.class, "decisions.js")
            + Resources.text(DuplicatePage.class, "works.js");
    String style =
        "\n" + ReportPages.style() + Resources.text(DuplicatePage.class, "duplicates.css");
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("title", "Duplicates");
    view.put("root", "");
    view.put("provenance", provenance);
    view.put("policy", ReportPages.policy(script, style));
    view.put("style", style);
    view.put("script", script);
    view.put("count", duplicates.counts().sentences());
    view.put("quality", QUALITY);
    view.put("parts", parts(views));
    view.put("hasWorks", !views.isEmpty());
    view.put("hasPairs", pairs > 0);
    view.put("earlier", earlier());
    view.put("cut", cut == 0 ? List.of() : List.of(Printable.count(cut, "more work")));
    return new ReportPages().fill("duplicates.mustache", view);
  }

  private static List<Part> parts(List<WorkView> views) {
    return Stream.of(
            new Part(
                "doubtful",
                "Doubtful works",
                "These need a person: titles differ, or an abstract is missing. The least similar"
                    + " texts come first.",
                views.stream().filter(WorkView::isDoubtful).toList()),
            new Part(
                "certain",
                "Works that are almost certain",
                "Their titles are equal and their texts similar, or they share an id. The least"
                    + " similar texts come first.",
                views.stream()
                    .filter(view -> !view.isDoubtful() && !view.pairs().isEmpty())
                    .toList()),
            new Part(
                "errata",
                "Papers with errata only",
                "There is nothing to decide.",
                views.stream().filter(view -> view.pairs().isEmpty()).toList()))
        .filter(part -> !part.works().isEmpty())
        .toList();
  }

  /// The earlier decisions, for a script. A text in it cannot end the script.
  private String earlier() {
    ArrayNode list = JsonMapper.shared().createArrayNode();
    decisions
        .all()
        .forEach(
            each ->
                list.addObject()
                    .put("decision", each.kind().label())
                    .put("id", each.id())
                    .put("other", each.other()));
    return Html.inScript(list);
  }

  private WorkView view(int number, NearDuplicates.Work work) {
    Map<Integer, NearDuplicates.Pair> reasons = reasons(work);
    Paper first = corpus.paper(work.papers().getFirst());
    List<Integer> others = work.papers().subList(1, work.papers().size());
    List<PairView> views = new ArrayList<>();
    for (int row : others.subList(0, Math.min(MAX_PAIRS, others.size()))) {
      Paper other = corpus.paper(row);
      pairs++;
      views.add(
          PairView.of(
              pairs,
              first,
              other,
              Objects.requireNonNull(reasons.get(row)).evidence(),
              decisions.of(first.id().value(), other.id().value())));
    }
    return new WorkView(
        number,
        first.titleOrId(),
        Printable.count(work.papers().size(), "paper"),
        views,
        work.errata().stream().map(this::erratum).toList(),
        others.size() > MAX_PAIRS ? Integer.valueOf(others.size() - MAX_PAIRS) : null);
  }

  /// For each paper, its pair with the first paper; if there is none, its most certain pair.
  private static Map<Integer, NearDuplicates.Pair> reasons(NearDuplicates.Work work) {
    Map<Integer, NearDuplicates.Pair> reasons = new HashMap<>();
    int first = work.papers().getFirst();
    for (NearDuplicates.Pair pair : work.pairs()) {
      boolean direct = pair.one() == first || pair.other() == first;
      for (int row : List.of(pair.one(), pair.other())) {
        NearDuplicates.Pair known = reasons.get(row);
        boolean knownDirect = known != null && (known.one() == first || known.other() == first);
        if (known == null || (direct && !knownDirect)) {
          reasons.put(row, pair);
        }
      }
    }
    return reasons;
  }

  private ErratumView erratum(NearDuplicates.Pair pair) {
    Paper paper = corpus.paper(pair.one());
    return new ErratumView(
        paper.titleOrId(), paper.id().value(), EvidenceWords.of(pair.evidence()));
  }
}
