package dev.akin.report.word;

import dev.akin.paper.Paper;
import dev.akin.report.corpus.Corpus;
import dev.akin.report.corpus.RowPaper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The words of the titles and abstracts of some papers.
///
/// A word has a number and several forms: upper and lower case are the same word, and so are
/// singular and plural if the corpus has both. Numbers are in the order of the words, so they do
/// not depend on the order in which papers are read.
final class CorpusWords {
  private static final Set<String> NO_PLURALS = Set.of("news", "species", "series");

  /// The tokens of each row: twice a form's number, plus 1 if its capitals may come from its
  /// position in a title or sentence; -1 between words that cannot be in the same phrase.
  private final int[][] tokens;

  /// The number of tokens in each row's title.
  private final int[] titles;

  /// The language of each row; absent for English or unknown.
  private final @Nullable String[] languages;

  private final List<String> forms = new ArrayList<>();

  /// The word of each form.
  private final int[] words;

  private final String[] names;

  /// @param rows the rows of the papers, ascending; their places are the rows of the words
  CorpusWords(Corpus corpus, int[] rows) {
    this.tokens = new int[rows.length][];
    this.titles = new int[rows.length];
    this.languages = new String[rows.length];
    Map<String, Integer> numbers = new HashMap<>();
    for (RowPaper each : corpus.fast(rows)) {
      int place = Arrays.binarySearch(rows, each.row());
      Paper paper = each.paper();
      int[] title = tokens(WrittenWord.ofTitle(paper), numbers);
      int[] text = tokens(WrittenWord.ofAbstract(paper), numbers);
      titles[place] = title.length;
      tokens[place] = Arrays.copyOf(title, title.length + text.length);
      System.arraycopy(text, 0, tokens[place], title.length, text.length);
      languages[place] = WordLists.language(paper);
    }
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

  private int[] tokens(List<WrittenWord> written, Map<String, Integer> numbers) {
    List<Integer> found = new ArrayList<>();
    for (WrittenWord word : written) {
      if (!word.followsDirectly()) {
        found.add(-1);
      }
      int number =
          numbers.computeIfAbsent(
              word.form(),
              form -> {
                forms.add(form);
                return forms.size() - 1;
              });
      found.add(2 * number + (word.hasOwnCapitals() ? 0 : 1));
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

  /// The language of a row; absent for English or unknown.
  @Nullable String language(int row) {
    return languages[row];
  }

  /// The languages of all rows, without English.
  Set<String> languages() {
    return Arrays.stream(languages).filter(Objects::nonNull).collect(Collectors.toSet());
  }

  int rows() {
    return tokens.length;
  }

  /// The number of words.
  int size() {
    return names.length;
  }

  /// The name of a word: in lower case, and in the singular if the corpus has it.
  String name(int word) {
    return names[word];
  }

  /// The number of tokens in a row, including breaks between phrases.
  int count(int row) {
    return tokens[row].length;
  }

  /// The number of tokens in a row's title.
  int titleCount(int row) {
    return titles[row];
  }

  /// The word at a place; -1 for a break.
  int word(int row, int place) {
    int token = tokens[row][place];
    return token < 0 ? -1 : words[token >> 1];
  }

  /// The word at a place as it is written there; not for a break.
  String form(int row, int place) {
    return forms.get(tokens[row][place] >> 1);
  }

  /// The word at a place without the capital that a title or the start of a sentence gives it; not
  /// for a break. Capitals inside, as in `BERT`, are the word's own.
  String ownForm(int row, int place) {
    String form = form(row, place);
    if (hasOwnCapitals(row, place)) {
      return form;
    }
    String lower = form.toLowerCase(Locale.ROOT);
    return form.length() > 1 && form.substring(1).equals(lower.substring(1)) ? lower : form;
  }

  /// Whether the capitals of the word at a place are its own, not those of a title or of the first
  /// word of a sentence; not for a break.
  boolean hasOwnCapitals(int row, int place) {
    return (tokens[row][place] & 1) == 0;
  }
}
