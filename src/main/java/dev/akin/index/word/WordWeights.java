package dev.akin.index.word;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Weighs the words of a text, and scores papers by them:
///
///     Σ weight(word) · (BM25 of title and abstract + ½ BM25 of the title)
///     weight(word) = (1 + ln n) · √idf,  n = twice its count in the title + its count in the abstract
///
/// over the words with the greatest weights, as in Lucene's MoreLikeThis. BM25 has k1 = 1.2 and
/// b = 0.75; idf is ln((N + 1) / (papers with the word + 1)) + 1, where N is the number of papers.
/// Scores are given as shares of the score that the text itself would have as a paper. Formula and
/// numbers were chosen on four test collections (src/docs/relevance.md).
///
/// @hidden public for its own room only
public final class WordWeights {
  private static final int MAX_WORDS = 100;

  /// What the title of a paper counts, beside title and abstract together.
  public static final double TITLE = 0.5;

  private final WordFormula formula;
  private final WordFrequencies frequencies;

  public WordWeights(WordFormula formula, WordFrequencies frequencies) {
    this.formula = formula;
    this.frequencies = frequencies;
  }

  /// What texts say in one language, one text after the other.
  private record Said(List<String> title, List<String> abstractText) {
    Said() {
      this(new ArrayList<>(), new ArrayList<>());
    }

    void add(QueryText text, String language) {
      title.addAll(Analyzers.ofText(language, text.title()));
      abstractText.addAll(Analyzers.ofText(language, text.abstractText()));
    }
  }

  /// Weighs the words of texts, in each language that they are read in ([Reading#of]).
  public QueryTerms weigh(
      List<QueryText> texts, Map<String, Integer> languages, Map<String, Integer> analyzed)
      throws IOException {
    Map<Reading, Said> said = new LinkedHashMap<>();
    for (QueryText text : texts) {
      for (Reading reading : Reading.of(text.language(), languages, analyzed)) {
        said.computeIfAbsent(reading, _ -> new Said()).add(text, reading.language());
      }
    }
    List<QueryTerms.Wording> readings = new ArrayList<>();
    Set<Said> different = new HashSet<>();
    for (Map.Entry<Reading, Said> each : said.entrySet()) {
      // The first reading finds all papers. Another one that has the same words adds nothing.
      if (different.add(each.getValue())) {
        Said words = each.getValue();
        readings.add(weigh(words.title(), words.abstractText(), each.getKey().onlyIn()));
      }
    }
    return new QueryTerms(readings);
  }

  /// A word of the text.
  ///
  /// @param papers how many have it
  /// @param inTitle how often it occurs in the title
  /// @param inText how often it occurs in title and abstract
  private record Word(
      String word, WordFrequencies.Frequency papers, int inTitle, int inText, double weight) {}

  /// Weighs the words of a text.
  ///
  /// @param title the words of the title
  /// @param abstractText the words of the abstract
  /// @param onlyIn the language of the papers that are found; absent if all papers are
  private QueryTerms.Wording weigh(
      List<String> title, List<String> abstractText, @Nullable String onlyIn) throws IOException {
    Map<String, Integer> inTitles = count(title);
    Map<String, Integer> inTexts = count(title);
    abstractText.forEach(word -> inTexts.merge(word, 1, Integer::sum));
    List<Word> known = words(inTitles, inTexts);
    List<Word> words = known.subList(0, Math.min(MAX_WORDS, known.size()));
    int length = title.size() + abstractText.size();
    List<QueryTerms.Weighed> all = new ArrayList<>(words.size());
    double self = 0;
    for (Word word : words) {
      all.add(weighed(word));
      self +=
          word.weight()
              * (formula.texts().ofText(word.papers().inTexts(), word.inText(), length)
                  + TITLE
                      * formula
                          .titles()
                          .ofText(word.papers().inTitles(), word.inTitle(), title.size()));
    }
    return new QueryTerms.Wording(all, formula, self, known(inTitles, inTexts, known), onlyIn);
  }

  private QueryTerms.Weighed weighed(Word word) {
    int inTitles = word.papers().inTitles();
    return new QueryTerms.Weighed(
        word.word(),
        word.weight(),
        formula.texts().weight(word.weight(), word.papers().inTexts()),
        inTitles == 0 ? 0 : formula.titles().weight(TITLE * word.weight(), inTitles));
  }

  private static Map<String, Integer> count(List<String> words) {
    Map<String, Integer> counts = new HashMap<>();
    words.forEach(word -> counts.merge(word, 1, Integer::sum));
    return counts;
  }

  private List<Word> words(Map<String, Integer> inTitle, Map<String, Integer> inText)
      throws IOException {
    List<Word> words = new ArrayList<>(inText.size());
    for (Map.Entry<String, Integer> entry : inText.entrySet()) {
      WordFrequencies.Frequency papers = frequencies.of(entry.getKey());
      if (papers.inTexts() > 0) {
        int title = inTitle.getOrDefault(entry.getKey(), 0);
        double weight = weight(entry.getValue() + title, papers.inTexts());
        words.add(new Word(entry.getKey(), papers, title, entry.getValue(), weight));
      }
    }
    words.sort(Comparator.comparingDouble((Word word) -> -word.weight()).thenComparing(Word::word));
    return words;
  }

  /// @param count twice its count in the title and its count in the abstract
  /// @param papers how many have the word
  private double weight(int count, int papers) {
    double idf = Math.log((formula.texts().papers() + 1.0) / (papers + 1.0)) + 1;
    return (1 + Math.log(count)) * Math.sqrt(idf);
  }

  /// The share of the weight of all words that is in words that some paper has.
  private double known(
      Map<String, Integer> inTitle, Map<String, Integer> inText, List<Word> words) {
    double known = words.stream().mapToDouble(Word::weight).sum();
    if (words.size() == inText.size()) {
      return known == 0 ? 0 : 1;
    }
    Set<String> unknown = new HashSet<>(inText.keySet());
    words.forEach(word -> unknown.remove(word.word()));
    double others =
        unknown.stream()
            .mapToDouble(
                word -> weight(inText.getOrDefault(word, 0) + inTitle.getOrDefault(word, 0), 0))
            .sum();
    return known == 0 ? 0 : known / (known + others);
  }
}
