package dev.akin.cli.output;

import dev.akin.base.Printable;
import dev.akin.job.JobSummary;
import java.nio.file.Path;
import java.util.Locale;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What a job did, in words or as JSON.
///
/// @hidden public for its own room only
public final class SummaryText {
  private SummaryText() {}

  public static String of(JobSummary done, Path index) {
    StringBuilder text = new StringBuilder();
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
    text.append(
        done.commit() == 0
            ? "no index at " + index + " yet"
            : "index %s, build %s, commit %d".formatted(index, done.build(), done.commit()));
    return text.toString();
  }

  private static void append(StringBuilder text, long count, String of) {
    if (count > 0) {
      text.append(Printable.count(count, "paper")).append(of).append(System.lineSeparator());
    }
  }

  public static ObjectNode json(JobSummary done) {
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
