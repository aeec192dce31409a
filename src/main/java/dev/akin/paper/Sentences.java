package dev.akin.paper;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Cuts a paper's text into sentences: its title, then the sentences of its abstract.
///
/// [BreakIterator] finds the ends by its rules for English, except that no sentence ends with an
/// abbreviation such as `et al.` or `e.g.`
public final class Sentences {
  /// The maximum number of sentences of an abstract; the last one then holds the rest.
  public static final int MAX_OF_ABSTRACT = 256;

  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "al.", "e.g.", "i.e.", "vs.", "cf.", "approx.", "resp.", "Fig.", "Figs.", "Eq.", "Eqs.",
          "Sec.", "Tab.");

  private Sentences() {}

  /// The sentences of a paper, none of them blank, without white space at their ends.
  ///
  /// @param title always one sentence, or none if blank
  public static List<String> of(String title, String abstractText) {
    List<String> sentences = new ArrayList<>();
    if (!title.isBlank()) {
      sentences.add(title.strip());
    }
    if (!abstractText.isBlank()) {
      cut(abstractText, sentences);
    }
    return List.copyOf(sentences);
  }

  private static void cut(String text, List<String> sentences) {
    BreakIterator ends = BreakIterator.getSentenceInstance(Locale.ENGLISH);
    ends.setText(text);
    int max = sentences.size() + MAX_OF_ABSTRACT;
    int from = 0;
    while (from < text.length()) {
      int to = sentences.size() == max - 1 ? text.length() : end(text, from, ends);
      String sentence = text.substring(from, to).strip();
      if (!sentence.isEmpty()) {
        sentences.add(sentence);
      }
      from = to;
    }
  }

  private static int end(String text, int from, BreakIterator ends) {
    int to = ends.next();
    while (to < text.length() && endsInAbbreviation(text, from, to)) {
      to = ends.next();
    }
    return to;
  }

  private static boolean endsInAbbreviation(String text, int from, int to) {
    int end = to;
    while (end > from && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    int start = end;
    while (start > from
        && (Character.isLetter(text.charAt(start - 1)) || text.charAt(start - 1) == '.')) {
      start--;
    }
    return ABBREVIATIONS.contains(text.substring(start, end));
  }
}
