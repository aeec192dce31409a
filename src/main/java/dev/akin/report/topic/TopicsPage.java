package dev.akin.report.topic;

import dev.akin.base.Printable;
import dev.akin.report.page.ReportPages;
import dev.akin.report.topic.PreviousTopics.PreviousTopic;
import dev.akin.report.topic.TopicProfile.TopicNeighbor;
import dev.akin.report.word.TopicLabels.TopicWord;
import dev.akin.write.table.Provenance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The values that `topics.mustache` shows.
final class TopicsPage {
  private static final int MAX_CENTRAL_PAPERS = 8;

  private final CorpusTopics found;
  private final Map<Integer, Topic> topics;
  private final Map<Integer, TopicChange> changes;

  private TopicsPage(CorpusTopics found) {
    this.found = found;
    this.topics =
        found.topics().list().stream().collect(Collectors.toMap(Topic::id, Function.identity()));
    this.changes =
        found.changes().stream().collect(Collectors.toMap(TopicChange::id, Function.identity()));
  }

  static Map<String, Object> view(CorpusTopics found, Provenance provenance) {
    return new TopicsPage(found).page(provenance);
  }

  private Map<String, Object> page(Provenance provenance) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("title", "Topics");
    view.put("root", "");
    view.put("provenance", provenance);
    view.put("count", Printable.count(found.topics().subjects().size(), "topic"));
    view.put("papers", Printable.count(found.corpus().size(), "paper"));
    int outside = found.topics().outside();
    String are = outside == 1 ? " is in no topic." : " are in no topic.";
    view.put("outside", outside == 0 ? "" : Printable.count(outside, "paper") + are);
    view.put("languages", LanguageGroup.sentence(found.languages()));
    view.put("trendNote", trendNote());
    view.put("topics", found.topics().subjects().stream().map(this::topic).toList());
    view.put("apart", found.languages().stream().map(this::topic).toList());
    view.put("hasApart", !found.languages().isEmpty());
    List<Map<String, Object>> gone = gone();
    view.put("gone", gone);
    view.put("hasGone", !gone.isEmpty());
    List<Outlier> outliers = found.outliers();
    view.put("outliers", outliers.stream().map(this::outlier).toList());
    view.put("hasOutliers", !outliers.isEmpty());
    return view;
  }

  private String trendNote() {
    List<Topic> list = found.topics().list();
    return list.isEmpty() ? "" : Trend.note(list.getFirst().profile().years());
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f\u00a0%%", 100 * share);
  }

  private static String cosine(double cosine) {
    return String.format(Locale.ROOT, "%.2f", cosine);
  }

  private Map<String, Object> topic(Topic topic) {
    TopicProfile profile = topic.profile();
    TopicChange change = changes.get(topic.id());
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", Integer.toString(topic.id()));
    view.put("label", topic.label());
    view.put("size", Printable.count(topic.papers().size(), "paper"));
    view.put("share", percent((double) topic.papers().size() / found.corpus().size()));
    view.put("coherence", cosine(profile.coherence()));
    view.put("change", change == null ? "" : change.words());
    view.put("trend", profile.trend().sentence());
    view.put("words", profile.words().stream().map(TopicsPage::word).toList());
    view.put("chart", YearChart.view(profile.years()));
    view.put(
        "central", topic.papers().stream().limit(MAX_CENTRAL_PAPERS).map(this::paper).toList());
    view.put("near", profile.neighbors().stream().map(this::neighbor).toList());
    view.put("hasNear", !profile.neighbors().isEmpty());
    return view;
  }

  private static Map<String, Object> word(TopicWord word) {
    return Map.of("text", word.text(), "share", percent(word.share()));
  }

  private Map<String, Object> neighbor(TopicNeighbor neighbor) {
    Topic topic = topics.get(neighbor.id());
    return Map.of(
        "id",
        Integer.toString(neighbor.id()),
        "label",
        topic == null ? "" : topic.label(),
        "share",
        percent(neighbor.share()));
  }

  private Map<String, Object> paper(int row) {
    return ReportPages.named(found.corpus().paper(row));
  }

  private Map<String, Object> outlier(Outlier outlier) {
    Map<String, Object> view = paper(outlier.row());
    view.put("closeness", cosine(outlier.closeness()));
    view.put("nearest", paper(outlier.nearest()));
    view.put("cosine", cosine(outlier.cosine()));
    return view;
  }

  /// The topics of the earlier report that are gone.
  private List<Map<String, Object>> gone() {
    List<Map<String, Object>> gone = new ArrayList<>();
    if (found.before() != null) {
      for (PreviousTopic topic : found.before().topics()) {
        TopicChange change = changes.get(topic.id());
        if (change != null) {
          Map<String, Object> view = new LinkedHashMap<>();
          view.put("id", Integer.toString(topic.id()));
          view.put("label", topic.label());
          view.put("change", change.words());
          gone.add(view);
        }
      }
    }
    return gone;
  }
}
