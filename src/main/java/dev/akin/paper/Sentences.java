package dev.akin.paper;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A paper's text, sentence by sentence: its title, then the sentences of its abstract.
///
/// They are cut by the rules of [BreakIterator] for English, except that none ends in an
/// abbreviation that rarely ends a sentence, such as `et al.` or `e.g.`
public final class Sentences {
  /// The most sentences of an abstract; the last one is then all the rest.
  public static final int MAX_OF_ABSTRACT = 256;

  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "al.", "e.g.", "i.e.", "vs.", "cf.", "approx.", "resp.", "Fig.", "Figs.", "Eq.", "Eqs.",
          "Sec.", "Tab.");

  private Sentences() {}

  /// The sentences of a paper, without white space around them, none blank.
  ///
  /// @param title one sentence, whatever is in it; none if blank
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
    int most = sentences.size() + MAX_OF_ABSTRACT;
    int from = 0;
    while (from < text.length()) {
      int to = sentences.size() == most - 1 ? text.length() : end(text, from, ends);
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
