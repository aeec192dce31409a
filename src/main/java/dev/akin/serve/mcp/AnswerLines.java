package dev.akin.serve.mcp;

import dev.akin.base.Printable;
import dev.akin.paper.Paper;
import dev.akin.recommend.Answer;
import dev.akin.recommend.Recommendation;
import dev.akin.recommend.understand.Understood;
import dev.akin.write.text.Messages;
import dev.akin.write.text.NothingFound;
import dev.akin.write.text.ScoreText;
import dev.akin.write.text.UnderstoodText;
import dev.akin.write.text.WhyText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// An answer as text: a line or two for each paper, and once what the scores mean.
final class AnswerLines {
  private AnswerLines() {}

  static String of(Answer answer, McpListOptions list) {
    List<String> lines = new ArrayList<>();
    addQuery(lines, answer);
    answer.results().forEach(result -> add(lines, result, WhyText.briefly(result), list));
    lines.add(answer.results().isEmpty() ? nothing(answer) : meaning(answer));
    return String.join("\n", lines);
  }

  /// What was asked, where that does not go without saying.
  private static void addQuery(List<String> lines, Answer answer) {
    if (answer.understood() != null) {
      addUnderstood(lines, answer.understood());
    }
    if (answer.understood() == null) {
      addPapers(lines, "Related to: ", answer.liked());
      addPapers(lines, "Unlike: ", answer.disliked());
    }
    if (answer.truncated()) {
      lines.add("The text was longer than the model reads, so its end was left out.");
    }
  }

  private static void addPapers(List<String> lines, String heading, List<Paper> papers) {
    if (!papers.isEmpty()) {
      lines.add(heading + papers.stream().map(PaperLines::brief).collect(Collectors.joining("; ")));
    }
  }

  private static void addUnderstood(List<String> lines, Understood understood) {
    UnderstoodText texts = new UnderstoodText(Messages.ENGLISH);
    String text = texts.of(understood);
    if (text != null) {
      lines.add(text);
    }
    if (understood.other() != null) {
      lines.add(
          "Another reading: %s (read: %s)."
              .formatted(
                  texts.of(understood.other(), understood.typed().text()),
                  understood.other().label()));
    }
  }

  /// @param why in one sentence; absent if there is nothing to say
  static void add(
      List<String> lines, Recommendation result, @Nullable String why, McpListOptions list) {
    String score = ScoreText.of(result.score());
    lines.add(
        "%d. %s%s"
            .formatted(
                result.rank(),
                PaperLines.brief(result.paper()),
                score.isEmpty() ? "" : ", score " + score));
    if (why != null && list.explains()) {
      lines.add("   Why: " + why);
    }
    if (list.abstracts()) {
      lines.add("   Abstract: " + PaperLines.abstractOf(result.paper()));
    }
  }

  /// What the scores mean.
  static String meaning(Answer answer) {
    return ScoreText.explain(answer, Messages.ENGLISH);
  }

  private static String nothing(Answer answer) {
    String reason = "Nothing found. " + NothingFound.reason(answer, Messages.ENGLISH);
    return answer.belowFloor() == 0
        ? reason
        : "%s %s below it; floor: 0 shows them, but they are hardly related."
            .formatted(reason, Printable.count(answer.belowFloor(), "paper is", "papers are"));
  }
}
