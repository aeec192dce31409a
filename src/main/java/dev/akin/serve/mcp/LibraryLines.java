package dev.akin.serve.mcp;

import dev.akin.base.Printable;
import dev.akin.recommend.Answer;
import dev.akin.recommend.Interest;
import dev.akin.recommend.LibraryAnswer;
import dev.akin.recommend.Recommendation;
import dev.akin.write.text.LibraryText;
import dev.akin.write.text.ShortText;
import dev.akin.write.text.SkippedEntries;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The answer to a library as text: papers for each interest.
final class LibraryLines {
  private static final int MAX_TITLE = 80;

  private LibraryLines() {}

  static String of(LibraryAnswer answer, SkippedEntries skipped, McpListOptions list) {
    List<String> lines = new ArrayList<>();
    lines.add("The library: " + LibraryText.of(answer.counts()) + ".");
    if (skipped.count() > 0) {
      lines.add(
          "%s skipped; the first: %s"
              .formatted(
                  Printable.count(skipped.count(), "entry was", "entries were"),
                  skipped.lines().getFirst()));
    }
    answer.interests().forEach(interest -> add(lines, interest, list));
    if (answer.otherInterests() > 0) {
      lines.add(
          "%s not searched for; a larger limit shows more."
              .formatted(
                  Printable.count(
                      answer.otherInterests(), "smaller interest was", "smaller interests were")));
    }
    answer.interests().stream()
        .map(Interest::answer)
        .filter(each -> !each.results().isEmpty())
        .findFirst()
        .map(AnswerLines::meaning)
        .ifPresent(lines::add);
    return String.join("\n", lines);
  }

  private static void add(List<String> lines, Interest interest, McpListOptions list) {
    lines.add(
        "For %s of the library, such as %s:"
            .formatted(
                Printable.count(interest.size(), "paper"),
                interest.central().stream()
                    .map(LibraryLines::title)
                    .collect(Collectors.joining(" and "))));
    Answer answer = interest.answer();
    for (int i = 0; i < answer.results().size(); i++) {
      Recommendation result = answer.results().get(i);
      AnswerLines.add(
          lines,
          result,
          "of the library, it is closest to " + title(interest.closest().get(i)),
          list);
    }
    if (answer.results().isEmpty()) {
      lines.add("Nothing found that is close enough.");
    }
  }

  private static String title(Interest.Central central) {
    return "“" + ShortText.of(central.title(), MAX_TITLE) + "”";
  }
}
