package dev.akin.report.word;

import dev.akin.paper.Paper;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A word as it is written in a title or an abstract: letters, or letters and digits, with hyphens
/// inside. Chinese and Japanese do not separate words, so they have none.
///
/// @param form the word as written, without `'s` and, as in French, `d'`
/// @param followsDirectly whether only a space separates it from the word before
/// @param hasOwnCapitals whether its capitals are its own, not those of a title or of the first
///   word of a sentence
record WrittenWord(String form, boolean followsDirectly, boolean hasOwnCapitals) {
  private static final int MAX_WORDS = 400;
  private static final int MAX_LENGTH = 40;

  private static final Pattern WORD =
      Pattern.compile(
          "[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*(?:[-\u2010\u2011'\u2019][\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*)*[+#]*");

  private static final Pattern ELIDED =
      Pattern.compile("^(?:[cdjlmnst]|qu)['\u2019]|['\u2019]s$", Pattern.CASE_INSENSITIVE);

  /// The first 400 words of a paper's title.
  static List<WrittenWord> ofTitle(Paper paper) {
    return scan(paper.title(), true);
  }

  /// The first 400 words of a paper's abstract.
  static List<WrittenWord> ofAbstract(Paper paper) {
    return scan(paper.abstractText(), false);
  }

  private static List<WrittenWord> scan(String text, boolean title) {
    List<WrittenWord> words = new ArrayList<>();
    int end = -1;
    Matcher found = WORD.matcher(text);
    while (words.size() < MAX_WORDS && found.find()) {
      String gap = end < 0 ? "." : text.substring(end, found.start());
      end = found.end();
      String form = ELIDED.matcher(found.group()).replaceAll("");
      if (isWord(form)) {
        words.add(new WrittenWord(form, gap.equals(" "), !title && !endsSentence(gap)));
      } else {
        end = -1;
      }
    }
    return words;
  }

  private static boolean isWord(String form) {
    return !form.isEmpty()
        && form.length() <= MAX_LENGTH
        && form.codePoints().noneMatch(Character::isIdeographic);
  }

  private static boolean endsSentence(String gap) {
    return gap.indexOf('.') >= 0 || gap.indexOf('!') >= 0 || gap.indexOf('?') >= 0;
  }
}
