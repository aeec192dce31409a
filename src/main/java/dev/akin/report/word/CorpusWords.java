package dev.akin.report.word;

import dev.akin.paper.Paper;
import dev.akin.report.corpus.Corpus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The words of titles and abstracts. Of more than [#MAX_PAPERS] papers, as many are read, evenly
/// spread over the rows.
///
/// A word is known by a number, which is that of all its forms: cases are one, and so are singular
/// and plural where both are there. Numbers are in the order of the words, so that they do not
/// depend on the order in which papers are read.
final class CorpusWords {
  /// The most papers that are read.
  static final int MAX_PAPERS = 100_000;

  private static final Set<String> NO_PLURALS = Set.of("news", "species", "series");

  /// The tokens of each row: twice a form's number, plus 1 if the capitals are not its own; -1
  /// between words that are not of one phrase.
  private final int[][] tokens;

  private final List<String> forms = new ArrayList<>();
  private final int[] words;
  private final String[] names;

  CorpusWords(Corpus corpus) {
    this.tokens = new int[corpus.size()][];
    Map<String, Integer> numbers = new HashMap<>();
    corpus.forEach((paper, row) -> tokens[row] = isRead(row) ? tokens(paper, numbers) : new int[0]);
    Map<String, String> lower = new HashMap<>();
    forms.forEach(form -> lower.put(form.toLowerCase(Locale.ROOT), ""));
    lower.replaceAll((word, none) -> singular(word, lower.keySet()));
    this.names = lower.values().stream().distinct().sorted().toArray(String[]::new);
    Map<String, Integer> places = new HashMap<>();
    for (int word = 0; word < names.length; word++) {
      places.put(names[word], word);
    }
    this.words =
        forms.stream()
            .mapToInt(form -> places.get(lower.get(form.toLowerCase(Locale.ROOT))))
            .toArray();
  }

  private boolean isRead(int row) {
    long papers = tokens.length;
    return papers <= MAX_PAPERS
        || (row + 1L) * MAX_PAPERS / papers > (long) row * MAX_PAPERS / papers;
  }

  private int[] tokens(Paper paper, Map<String, Integer> numbers) {
    List<Integer> found = new ArrayList<>();
    for (WrittenWord word : WrittenWord.of(paper)) {
      if (!word.joined()) {
        found.add(-1);
      }
      int number =
          numbers.computeIfAbsent(
              word.form(),
              form -> {
                forms.add(form);
                return forms.size() - 1;
              });
      found.add(2 * number + (word.own() ? 0 : 1));
    }
    return found.stream().mapToInt(Integer::intValue).toArray();
  }

  private static String singular(String word, Set<String> known) {
    if (word.length() < 4
        || !word.endsWith("s")
        || NO_PLURALS.contains(word)
        || WordLists.STOP.contains(word)) {
      return word;
    }
    String cut = word.substring(0, word.length() - 1);
    if (word.endsWith("ies")) {
      String y = word.substring(0, word.length() - 3) + "y";
      return known.contains(y) ? y : known.contains(cut) ? cut : word;
    }
    if (word.matches(".*(s|x|z|ch|sh)es")) {
      String es = word.substring(0, word.length() - 2);
      return known.contains(cut) ? cut : known.contains(es) ? es : word;
    }
    return !word.matches(".*(ss|us|is|ics)") && known.contains(cut) ? cut : word;
  }

  int rows() {
    return tokens.length;
  }

  /// How many words there are.
  int size() {
    return names.length;
  }

  /// A word, in lower case and singular where that is there.
  String name(int word) {
    return names[word];
  }

  /// How many tokens a row has, breaks between phrases among them.
  int count(int row) {
    return tokens[row].length;
  }

  /// The word at a place; -1 for a break.
  int word(int row, int place) {
    int token = tokens[row][place];
    return token < 0 ? -1 : words[token >> 1];
  }

  /// A word that is no break, as it is written at a place.
  String form(int row, int place) {
    return forms.get(tokens[row][place] >> 1);
  }

  /// Whether the capitals of a word that is no break are its own.
  boolean own(int row, int place) {
    return (tokens[row][place] & 1) == 0;
  }
}
