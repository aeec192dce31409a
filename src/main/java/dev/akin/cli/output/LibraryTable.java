package dev.akin.cli.output;

import dev.akin.base.Printable;
import dev.akin.recommend.Answer;
import dev.akin.recommend.Interest;
import dev.akin.recommend.LibraryAnswer;
import dev.akin.write.text.LibraryText;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/// Recommendations for the reader of a library as tables for people, one for each interest.
///
/// @param library its name
///
/// @hidden public for its own room only
public record LibraryTable(Console console, String library) {
  private static final int TITLE_WIDTH = 60;

  /// Prints an answer.
  ///
  /// @param elapsed of all but opening the index
  public void print(LibraryAnswer answer, Duration elapsed) {
    printWrapped(library + ": " + LibraryText.of(answer.counts()));
    List<Interest> interests = answer.interests();
    for (int i = 0; i < interests.size(); i++) {
      console.out().println();
      printWrapped(
          "Interest %d of %d · %s"
              .formatted(
                  i + 1, interests.size() + answer.otherInterests(), label(interests.get(i))));
      console.out().println();
      new AnswerTable(console).printResults(interests.get(i).answer());
    }
    console.out().println();
    if (answer.otherInterests() > 0) {
      printWrapped(
          Printable.count(answer.otherInterests(), "more interest")
              + ", none of them larger. A larger --limit shows them.");
    }
    Answer last = interests.getLast().answer();
    new AnswerTable(console).printExplanation(last);
    int results = interests.stream().mapToInt(each -> each.answer().results().size()).sum();
    new AnswerTable(console).printFooter(last, results, elapsed);
  }

  private void printWrapped(String text) {
    TerminalText.wrap(text, console.width())
        .forEach(line -> console.out().println(console.faint(line)));
  }

  private static String label(Interest interest) {
    String titles =
        interest.central().stream()
            .map(central -> "“" + TerminalText.cut(central.title(), TITLE_WIDTH) + "”")
            .collect(Collectors.joining(" and "));
    return Printable.count(interest.size(), "paper")
        + (interest.size() > interest.central().size() ? ", such as " : ": ")
        + titles;
  }
}
