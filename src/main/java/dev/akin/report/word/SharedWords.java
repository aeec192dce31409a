package dev.akin.report.word;

import dev.akin.paper.Paper;
import dev.akin.report.corpus.Corpus;
import dev.akin.report.corpus.RowPaper;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Which words two papers have in common that few others have. They tell a reader why one paper is
/// near the other.
///
/// Of each paper up to 48 words are kept: those of the title, and those that are rarest in the
/// corpus. That is about 200 bytes a paper. A word with an `s` at its end is the same as without.
/// Of a large corpus, only words of the papers on the map count.
///
/// @hidden public for its own room only
public final class SharedWords {
  /// How many words a reader is told.
  private static final int MAX_SHARED = 3;

  private static final int MAX_KEPT = 48;
  private static final int MIN_LETTERS = 3;

  /// Words in fewer papers are not more telling.
  private static final int RARE = 5;

  /// A word in more than one paper of so many says little.
  private static final int COMMON = 8;

  /// Words of so few papers are never too common.
  private static final int FEW = 3;

  /// How much more a word says for each of the two titles that has it.
  private static final double OF_TITLE = 1.5;

  private final List<String> names;
  private final double[] weights;

  /// For each row its words, ascending: twice the number of the word, plus 1 if the title has it.
  private final int[][] kept;

  private SharedWords(List<String> names, double[] weights, int[][] kept) {
    this.names = names;
    this.weights = weights;
    this.kept = kept;
  }

  /// Reads the words of all papers.
  ///
  /// @param counted the rows of the papers whose words are counted, ascending
  public static SharedWords of(Corpus corpus, int[] counted) {
    Map<String, WordCount> counts = new HashMap<>();
    for (RowPaper each : corpus.fast(counted)) {
      words(each.paper())
          .forEach((key, word) -> counts.merge(key, WordCount.of(word.written()), WordCount::plus));
    }
    int max = Math.max(FEW, counted.length / COMMON);
    List<Map.Entry<String, WordCount>> telling =
        counts.entrySet().stream()
            .filter(entry -> entry.getValue().papers() > 1 && entry.getValue().papers() <= max)
            .sorted(Map.Entry.comparingByKey())
            .toList();
    Map<String, Integer> numbers = new HashMap<>();
    double[] weights = new double[telling.size()];
    for (int number = 0; number < weights.length; number++) {
      int papers = telling.get(number).getValue().papers();
      weights[number] = StrictMath.log((1.0 + counted.length) / Math.max(RARE, papers)) + 1;
      numbers.put(telling.get(number).getKey(), number);
    }
    int[][] kept = new int[corpus.size()][];
    for (RowPaper each : corpus.fast(corpus.rows().toArray())) {
      kept[each.row()] = mostTelling(words(each.paper()), numbers, weights);
    }
    List<String> names = telling.stream().map(entry -> entry.getValue().shown()).toList();
    return new SharedWords(names, weights, kept);
  }

  /// In how many papers a word is, and how it is shown: with capitals if more papers write it so.
  ///
  /// @param balance how many more papers write it with capitals than without
  /// @param capital the first of its forms with capitals in the order of letters; empty if none
  private record WordCount(int papers, int balance, String capital, String plain) {
    static WordCount of(WrittenWord word) {
      String plain = word.form().toLowerCase(Locale.ROOT);
      boolean capital = !plain.equals(word.form());
      int balance = capital ? word.hasOwnCapitals() ? 1 : 0 : -1;
      return new WordCount(1, balance, balance > 0 ? word.form() : "", plain);
    }

    WordCount plus(WordCount other) {
      return new WordCount(
          papers + other.papers,
          balance + other.balance,
          capital.isEmpty() || (!other.capital.isEmpty() && other.capital.compareTo(capital) < 0)
              ? other.capital
              : capital,
          plain.compareTo(other.plain) <= 0 ? plain : other.plain);
    }

    String shown() {
      return balance > 0 ? capital : plain;
    }
  }

  /// A word of a paper.
  ///
  /// @param inTitle whether the title has it
  private record PaperWord(WrittenWord written, boolean inTitle) {
    PaperWord and(PaperWord next) {
      return new PaperWord(
          written.hasOwnCapitals() ? written : next.written, inTitle || next.inTitle);
    }
  }

  /// The words of a paper that may say something, each once.
  private static Map<String, PaperWord> words(Paper paper) {
    Set<String> stop = WordLists.stop(WordLists.language(paper));
    Map<String, PaperWord> words = new LinkedHashMap<>();
    add(WrittenWord.ofTitle(paper), true, stop, words);
    add(WrittenWord.ofAbstract(paper), false, stop, words);
    return words;
  }

  private static void add(
      List<WrittenWord> added, boolean inTitle, Set<String> stop, Map<String, PaperWord> words) {
    for (WrittenWord word : added) {
      String form = word.form().toLowerCase(Locale.ROOT);
      if (form.length() >= MIN_LETTERS
          && Character.isLetter(form.charAt(0))
          && !stop.contains(form)
          && !WordLists.GENERAL.contains(form)) {
        words.merge(key(form), new PaperWord(word, inTitle), PaperWord::and);
      }
    }
  }

  /// What singular and plural of most words have in common.
  private static String key(String form) {
    return form.length() > MIN_LETTERS && form.endsWith("s") && !form.endsWith("ss")
        ? form.substring(0, form.length() - 1)
        : form;
  }

  private static int[] mostTelling(
      Map<String, PaperWord> words, Map<String, Integer> numbers, double[] weights) {
    return words.entrySet().stream()
        .flatMap(
            word ->
                Stream.ofNullable(numbers.get(word.getKey()))
                    .map(number -> 2 * number + (word.getValue().inTitle() ? 1 : 0)))
        .sorted(
            Comparator.comparingInt((Integer word) -> -(word & 1))
                .thenComparingDouble(word -> -weights[word >> 1])
                .thenComparing(Comparator.naturalOrder()))
        .limit(MAX_KEPT)
        .mapToInt(Integer::intValue)
        .sorted()
        .toArray();
  }

  /// The words that two papers have in common, the most telling first, at most three.
  public int[] of(int row, int other) {
    Map<Integer, Double> shared = new TreeMap<>();
    int[] words = kept[row];
    int[] others = kept[other];
    for (int i = 0, j = 0; i < words.length && j < others.length; ) {
      int order = Integer.compare(words[i] >> 1, others[j] >> 1);
      if (order == 0) {
        int titles = (words[i] & 1) + (others[j] & 1);
        shared.put(words[i] >> 1, weights[words[i] >> 1] * Math.pow(OF_TITLE, titles));
      }
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return shared.entrySet().stream()
        .sorted(Comparator.comparingDouble((Map.Entry<Integer, Double> word) -> -word.getValue()))
        .limit(MAX_SHARED)
        .mapToInt(Map.Entry::getKey)
        .toArray();
  }

  /// A word as people write it.
  public String name(int word) {
    return names.get(word);
  }
}
