package dev.akin.cli.output;

import dev.akin.base.Printable;
import dev.akin.harvest.Repository;
import dev.akin.job.progress.JobSummary;
import dev.akin.job.progress.SourceSummary;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What a job did, in words or as JSON.
///
/// @hidden public for its own room only
public final class SummaryText {
  private SummaryText() {}

  /// What a job did, in words.
  ///
  /// @param sources the servers that were harvested
  public static String of(JobSummary done, List<SourceSummary> sources, String index) {
    StringBuilder text = new StringBuilder();
    for (SourceSummary source : sources) {
      text.append(line(source)).append(System.lineSeparator());
    }
    text.append(
        String.format(
            Locale.ROOT,
            "%,d read = %,d indexed + %,d updated + %,d unchanged + %s + %,d skipped%n",
            done.read(),
            done.indexed(),
            done.updated(),
            done.unchanged(),
            Printable.count(done.duplicates(), "duplicate"),
            done.refused()));
    append(text, done.replaced(), " among the duplicates that replaced another paper of their id");
    append(text, done.rebuilt(), " of the index embedded again");
    append(text, done.removed(), " removed");
    append(text, done.keptOut(), " among the unchanged, deleted with akin delete, kept out");
    append(text, done.leftOut(), " not open access, left out");
    if (done.withoutText() + done.sharedText() + done.truncated() + done.otherLanguage() > 0) {
      text.append(
          String.format(
              Locale.ROOT,
              "of these: %,d without text, %,d with the text of another paper, %,d longer than the"
                  + " model reads, %,d in a language that the model does not know%n",
              done.withoutText(),
              done.sharedText(),
              done.truncated(),
              done.otherLanguage()));
    }
    text.append(
        String.format(
            Locale.ROOT,
            "%.1f s · %.1f papers/s · %,d tokens, %,.0f tokens/s%n",
            done.elapsed().toMillis() / 1e3,
            done.papersPerSecond(),
            done.tokens(),
            done.tokensPerSecond()));
    String keeping =
        sources.stream()
            .filter(SourceSummary::keepsWithdrawn)
            .map(SourceSummary::source)
            .collect(Collectors.joining(", "));
    if (!keeping.isEmpty()) {
      text.append("Withdrawn papers of ")
          .append(keeping)
          .append(
              " stay in the index, because the server does not report every deletion. To remove")
          .append(" them, use --reconcile.")
          .append(System.lineSeparator());
    }
    text.append(
        done.commit() == 0
            ? "no index at " + index + " yet"
            : "index %s, build %s, commit %d".formatted(index, done.build(), done.commit()));
    return text.toString();
  }

  private static String line(SourceSummary source) {
    Repository repository = source.repository();
    String title = repository == null ? "" : repository.name();
    String name = source.source() + (title.isEmpty() ? "" : " (" + title + ")");
    JobSummary done = source.done();
    return String.format(
        Locale.ROOT,
        "%s: %,d read, %,d indexed, %,d updated, %,d removed, %,d skipped%s",
        name,
        done.read(),
        done.indexed(),
        done.updated(),
        done.removed(),
        done.refused(),
        source.failure() == null ? "" : "; failed: " + source.failure());
  }

  private static void append(StringBuilder text, long count, String of) {
    if (count > 0) {
      text.append(Printable.count(count, "paper")).append(of).append(System.lineSeparator());
    }
  }

  /// What a job did, as JSON.
  ///
  /// @param sources the servers that were harvested
  public static ObjectNode json(JobSummary done, List<SourceSummary> sources) {
    ObjectNode json = json(done);
    if (!sources.isEmpty()) {
      ArrayNode array = json.putArray("sources");
      sources.forEach(source -> array.add(json(source)));
    }
    return json;
  }

  private static ObjectNode json(SourceSummary source) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("source", source.source())
            .put("url", source.url());
    Repository repository = source.repository();
    if (repository != null) {
      json.put("name", repository.name())
          .put("earliest", repository.earliest())
          .put("deletedRecord", repository.deletions().name().toLowerCase(Locale.ROOT));
    }
    JobSummary done = source.done();
    json.put("read", done.read())
        .put("indexed", done.indexed())
        .put("updated", done.updated())
        .put("removed", done.removed())
        .put("refused", done.refused())
        .put("leftOut", done.leftOut())
        .put("reconciled", source.reconciled());
    if (source.failure() != null) {
      json.put("failure", source.failure());
    }
    return json;
  }

  private static ObjectNode json(JobSummary done) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("read", done.read())
        .put("indexed", done.indexed())
        .put("updated", done.updated())
        .put("unchanged", done.unchanged())
        .put("duplicates", done.duplicates())
        .put("replaced", done.replaced())
        .put("refused", done.refused())
        .put("removed", done.removed())
        .put("keptOut", done.keptOut())
        .put("leftOut", done.leftOut())
        .put("rebuilt", done.rebuilt())
        .put("withoutText", done.withoutText())
        .put("sharedText", done.sharedText())
        .put("otherLanguage", done.otherLanguage())
        .put("truncated", done.truncated())
        .put("tokens", done.tokens())
        .put("seconds", done.elapsed().toMillis() / 1e3)
        .put("tokensPerSecond", Math.round(done.tokensPerSecond()))
        .put("papersPerSecond", Math.round(done.papersPerSecond() * 10) / 10.0)
        .put("build", done.build())
        .put("commit", done.commit());
  }
}
