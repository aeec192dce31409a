package dev.akin.report.word;

import com.carrotsearch.hppc.LongHashSet;
import dev.akin.report.corpus.Corpus;
import dev.akin.report.word.PhraseScores.Scored;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The words that distinguish each topic from the others, and labels made of these words. No two
/// labels are equal.
///
/// @hidden public for its own room only
public final class TopicLabels {
  /// How many phrases a label has, unless it needs more to be unlike the others.
  private static final int MAX_PARTS = 3;

  /// How many it has if there are enough, however little the second one tells.
  private static final int LEAST_PARTS = 2;

  /// How many characters a label has at most, unless its first phrase alone is longer.
  private static final int MAX_LENGTH = 56;

  /// A part of a label is at least this telling, compared with the first part.
  private static final double MIN_TELLING = 0.2;

  /// And it is in at least this share of the topic's papers.
  private static final double MIN_SHARE = 0.06;

  /// A phrase must be in one of this many papers, within the two bounds that follow.
  private static final int PAPERS_PER_PAPER_WITH_PHRASE = 4_000;

  private static final int LOWEST_MIN_PAPERS = 2;
  private static final int HIGHEST_MIN_PAPERS = 25;

  /// A word or phrase that distinguishes a topic from the others.
  ///
  /// @param text as most papers write it
  /// @param weight how well it names the topic, compared with the others
  /// @param share the share of the topic's papers that have it, 0 to 1
  /// @param clarity how easily readers understand it by itself, 0 to 1
  public record TopicWord(String text, double weight, double share, double clarity) {
    private double telling() {
      return weight * clarity;
    }
  }

  private final Set<String> taken;

  /// @param taken labels that are already in use
  public TopicLabels(Set<String> taken) {
    this.taken = new HashSet<>(taken);
  }

  /// The words of each topic, best first. A phrase must be in at least 2 papers; in a large corpus
  /// in one of 4,000 papers, up to 25 papers.
  ///
  /// @param rows the rows of the papers whose words are read, ascending
  /// @param topics the papers of each topic, by their places in `rows`
  /// @param languages of the last topics, which are those of languages
  public static List<List<TopicWord>> words(
      Corpus corpus, int[] rows, List<List<Integer>> topics, List<String> languages) {
    if (topics.isEmpty()) {
      return List.of();
    }
    int minPapers =
        Math.clamp(
            rows.length / PAPERS_PER_PAPER_WITH_PHRASE, LOWEST_MIN_PAPERS, HIGHEST_MIN_PAPERS);
    CorpusWords words = new CorpusWords(corpus, rows);
    CorpusPhrases phrases = new CorpusPhrases(words, minPapers);
    PhraseScores scores = new PhraseScores(phrases, topics);
    List<List<Scored>> scored = IntStream.range(0, topics.size()).mapToObj(scores::of).toList();
    LongHashSet wanted = new LongHashSet();
    scored.forEach(list -> list.forEach(one -> wanted.add(one.phrase())));
    PhraseForms forms = new PhraseForms(phrases, wanted);
    TopicWords chooser =
        new TopicWords(
            phrases,
            forms,
            new NounPhrases(words, forms),
            new LongForms(words, acronyms(forms, wanted)));
    int bySubject = topics.size() - languages.size();
    return IntStream.range(0, topics.size())
        .mapToObj(
            at -> chooser.of(scored.get(at), at < bySubject ? null : languages.get(at - bySubject)))
        .toList();
  }

  private static Set<String> acronyms(PhraseForms forms, LongHashSet wanted) {
    return Arrays.stream(wanted.toArray())
        .mapToObj(forms::of)
        .flatMap(form -> Arrays.stream(form.split(" ")))
        .filter(LongForms::isAcronym)
        .map(LongForms::bare)
        .collect(Collectors.toSet());
  }

  /// Makes a new label of the words that name the topic best, or of a title if there are no words.
  /// If that label is taken, it gets more words, and finally a number.
  ///
  /// @param all the topic's words, best first
  /// @param title the title of the most central paper
  public String label(List<TopicWord> all, String title) {
    List<TopicWord> words = telling(all);
    for (int parts = Math.min(MAX_PARTS, words.size()); parts <= words.size(); parts++) {
      String label = words.isEmpty() ? shortened(title) : joined(words, parts);
      if (!label.isEmpty() && taken.add(label)) {
        return label;
      }
    }
    String label = words.isEmpty() ? shortened(title) : joined(words, MAX_PARTS);
    int number = 2;
    while (!taken.add(label + " " + number)) {
      number++;
    }
    return label + " " + number;
  }

  /// The words that a label can be made of, most telling first.
  private static List<TopicWord> telling(List<TopicWord> all) {
    List<TopicWord> ordered =
        all.stream()
            .sorted(Comparator.comparingDouble((TopicWord word) -> -word.telling()))
            .toList();
    List<TopicWord> frequent = ordered.stream().filter(word -> word.share() >= MIN_SHARE).toList();
    List<TopicWord> words = frequent.size() < LEAST_PARTS ? ordered : frequent;
    return IntStream.range(0, words.size())
        .filter(at -> at < LEAST_PARTS || isTelling(words.get(at), words.getFirst()))
        .mapToObj(words::get)
        .toList();
  }

  private static boolean isTelling(TopicWord word, TopicWord first) {
    return word.telling() >= MIN_TELLING * first.telling();
  }

  private static String joined(List<TopicWord> words, int maxParts) {
    StringBuilder label = new StringBuilder(words.getFirst().text());
    int parts = 1;
    for (TopicWord word : words.subList(1, words.size())) {
      boolean fits =
          maxParts > MAX_PARTS || label.length() + 2 + word.text().length() <= MAX_LENGTH;
      if (parts < maxParts && fits) {
        label.append(", ").append(word.text());
        parts++;
      }
    }
    return label.toString();
  }

  private static String shortened(String title) {
    if (title.isBlank()) {
      return "untitled";
    }
    if (title.length() <= MAX_LENGTH) {
      return title;
    }
    int space = title.lastIndexOf(' ', MAX_LENGTH);
    int end = space > 0 ? space : title.offsetByCodePoints(0, MAX_LENGTH / 2);
    return title.substring(0, end) + "\u2026";
  }
}
