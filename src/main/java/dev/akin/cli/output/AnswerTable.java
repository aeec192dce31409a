package dev.akin.cli.output;

import dev.akin.base.Printable;
import dev.akin.index.store.NearestOptions;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.recommend.Answer;
import dev.akin.recommend.Recommendation;
import dev.akin.recommend.query.Aspect;
import dev.akin.recommend.query.Example;
import dev.akin.recommend.query.Weighted;
import dev.akin.recommend.understand.Understood;
import dev.akin.write.text.Messages;
import dev.akin.write.text.NothingFound;
import dev.akin.write.text.ScoreText;
import dev.akin.write.text.UnderstoodText;
import dev.akin.write.text.WhyText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Recommendations as a table for people.
///
/// @hidden public for its own room only
public final class AnswerTable {
  private static final int MAX_AUTHORS = 3;
  private static final String INDENT = "            ";

  private final Console console;

  public AnswerTable(Console console) {
    this.console = console;
  }

  /// Prints an answer.
  ///
  /// @param elapsed of the search alone
  public void print(Answer answer, Duration elapsed) {
    printQuery(answer);
    console.out().println();
    printResults(answer);
    console.out().println();
    if (!answer.results().isEmpty()) {
      printExplanation(answer);
    }
    printFooter(answer, answer.results().size(), elapsed);
  }

  /// What the scores mean, once for the whole list.
  void printExplanation(Answer answer) {
    printWrapped("", ScoreText.explain(answer, Messages.ENGLISH), false);
  }

  void printResults(Answer answer) {
    for (Recommendation result : answer.results()) {
      printResult(result);
    }
    if (answer.results().isEmpty()) {
      printWrapped("  ", nothing(answer), false);
    }
  }

  private static String nothing(Answer answer) {
    String reason = NothingFound.reason(answer, Messages.ENGLISH);
    return answer.belowFloor() == 0
        ? reason
        : reason
            + " --floor 0 shows %s below it."
                .formatted(Printable.count(answer.belowFloor(), "paper"));
  }

  private void printQuery(Answer answer) {
    console.out().println(console.faint(heading(answer)));
    if (answer.understood() != null) {
      printUnderstood(answer.understood());
      return;
    }
    answer.liked().forEach(this::printPaper);
    if (!answer.versions().isEmpty()) {
      printWrapped(
          "  ",
          "also as "
              + answer.versions().stream().map(PaperId::value).collect(Collectors.joining(", ")),
          false);
    }
    for (Weighted positive : answer.query().positives()) {
      String text = textOf(positive.example());
      if (text != null) {
        printWrapped("  ", "“" + TerminalText.cut(text, 3 * console.width()) + "”", true);
      }
    }
    if (!answer.disliked().isEmpty()) {
      console.out().println(console.faint("unlike"));
      answer.disliked().forEach(this::printPaper);
    }
  }

  private static String heading(Answer answer) {
    if (answer.understood() != null) {
      return "Papers for";
    }
    Aspect aspect = answer.options().aspect();
    return aspect == null ? "Related to" : "Alike in " + aspect.label();
  }

  /// What was typed, and how it was read.
  private void printUnderstood(Understood understood) {
    String typed = understood.typed().text();
    printWrapped("  ", "“" + TerminalText.cut(typed, 3 * console.width()) + "”", true);
    String text = new UnderstoodText(Messages.ENGLISH).of(understood);
    if (text != null) {
      printWrapped("  ", text, false);
    }
    if (understood.other() != null) {
      printWrapped(
          "  ",
          "--read %s: %s"
              .formatted(
                  understood.other().label(),
                  new UnderstoodText(Messages.ENGLISH).of(understood.other(), typed)),
          false);
    }
  }

  private void printPaper(Paper paper) {
    printWrapped("  ", title(paper), true);
    printWrapped("  ", facts(paper), false);
  }

  private static @Nullable String textOf(Example example) {
    return switch (example) {
      case Example.LikePaper like -> null;
      case Example.LikeText like -> (like.title() + " " + like.text()).strip();
      case Example.ForPhrase like -> like.phrase();
    };
  }

  private void printResult(Recommendation result) {
    String score = "%6s".formatted(ScoreText.of(result.score()));
    List<String> title =
        TerminalText.wrap(title(result.paper()), console.width() - INDENT.length());
    console
        .out()
        .printf(
            "%3d %s  %s%n", result.rank(), console.accent(score), console.bold(title.getFirst()));
    title.stream().skip(1).forEach(line -> console.out().println(INDENT + console.bold(line)));
    printWrapped(INDENT, facts(result.paper()), false);
    WhyText.of(result).forEach(line -> printWrapped(INDENT, line, false));
  }

  private void printWrapped(String indent, String text, boolean bold) {
    for (String line : TerminalText.wrap(text, console.width() - indent.length())) {
      console.out().println(indent + (bold ? console.bold(line) : console.faint(line)));
    }
  }

  private static String title(Paper paper) {
    String title = paper.title().isBlank() ? "(no title)" : paper.title();
    return paper.titleOnly() ? title + " (title only)" : title;
  }

  /// Authors, date, categories and id in one line.
  private static String facts(Paper paper) {
    List<String> facts = new ArrayList<>();
    if (!paper.authors().isEmpty()) {
      facts.add(
          String.join(", ", paper.authors().stream().limit(MAX_AUTHORS).toList())
              + (paper.authors().size() > MAX_AUTHORS ? " et al." : ""));
    }
    if (paper.date() != null) {
      facts.add(paper.date().toString());
    }
    if (!paper.inUsualLanguage()) {
      facts.add(String.valueOf(paper.language()));
    }
    if (!paper.categories().isEmpty()) {
      facts.add(String.join(", ", paper.categories().stream().limit(MAX_AUTHORS).toList()));
    }
    facts.add(paper.id().value());
    return String.join(" · ", facts);
  }

  /// @param results how many were found, by this answer and those printed before it
  void printFooter(Answer answer, int results, Duration elapsed) {
    printWrapped("", footer(answer, results, elapsed), false);
  }

  private static String footer(Answer answer, int results, Duration elapsed) {
    return "%s of %s · %s%s · %.1f ms · model %s · build %s, commit %d%s"
        .formatted(
            Printable.count(results),
            Printable.count(answer.index().papers(), "paper"),
            answer.options().mode().label(),
            answer.options().method() == NearestOptions.Method.EXACT ? ", exact" : "",
            elapsed.toNanos() / 1e6,
            answer.index().models(),
            answer.index().build(),
            answer.index().commit(),
            answer.truncated() ? " · the text was longer than the model reads, and was cut" : "");
  }
}
