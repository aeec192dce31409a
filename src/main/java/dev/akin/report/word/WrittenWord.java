package dev.akin.report.word;

import dev.akin.paper.Paper;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A word as it stands in a title or an abstract: letters, or letters and digits, and hyphens
/// within. Chinese and Japanese, which do not part their words, have none.
///
/// @param form as written, without `'s` and, as in French, `d'`
/// @param joined whether nothing but a space parts it from the word before
/// @param own whether its capitals are its own, not those of a title or of a sentence's first word
record WrittenWord(String form, boolean joined, boolean own) {
  private static final int MAX_WORDS = 400;
  private static final int MAX_LENGTH = 40;

  private static final Pattern WORD =
      Pattern.compile(
          "[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*(?:[-\u2010\u2011'\u2019][\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*)*[+#]*");

  private static final Pattern ELIDED =
      Pattern.compile("^(?:[cdjlmnst]|qu)['\u2019]|['\u2019]s$", Pattern.CASE_INSENSITIVE);

  /// The words of a paper's title and of its abstract, of each the first four hundred.
  static List<WrittenWord> of(Paper paper) {
    List<WrittenWord> words = new ArrayList<>();
    scan(paper.title(), true, words);
    scan(paper.abstractText(), false, words);
    return words;
  }

  private static void scan(String text, boolean title, List<WrittenWord> words) {
    int most = words.size() + MAX_WORDS;
    int end = -1;
    Matcher found = WORD.matcher(text);
    while (words.size() < most && found.find()) {
      String gap = end < 0 ? "." : text.substring(end, found.start());
      end = found.end();
      String form = ELIDED.matcher(found.group()).replaceAll("");
      if (isWord(form)) {
        words.add(new WrittenWord(form, gap.equals(" "), !title && !endsSentence(gap)));
      } else {
        end = -1;
      }
    }
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
