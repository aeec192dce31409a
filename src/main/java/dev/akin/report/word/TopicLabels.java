package dev.akin.report.word;

import dev.akin.report.corpus.Corpus;
import dev.akin.report.word.PhraseScores.Scored;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The words that set each topic apart, and labels made of them, each unlike those before it.
///
/// @hidden public for its own room only
public final class TopicLabels {
  /// The most phrases of a label.
  private static final int PARTS = 3;

  /// The most characters of a label, unless its first phrase alone has more.
  private static final int MAX_LENGTH = 48;

  private static final int PAPERS_OF_ONE = 4_000;
  private static final int MIN_PAPERS = 2;
  private static final int MAX_WORDS = 25;

  private final Set<String> taken;

  /// @param taken labels that are in use
  public TopicLabels(Set<String> taken) {
    this.taken = new HashSet<>(taken);
  }

  /// The words of each topic, the best first. A phrase must be in two papers, in large corpora in
  /// one of four thousand, but in no more than 25.
  ///
  /// @param topics the rows of each
  public static List<List<TopicWord>> words(Corpus corpus, List<List<Integer>> topics) {
    if (topics.isEmpty()) {
      return List.of();
    }
    int fewest = Math.clamp(corpus.size() / PAPERS_OF_ONE, MIN_PAPERS, MAX_WORDS);
    CorpusPhrases phrases = new CorpusPhrases(new CorpusWords(corpus), fewest);
    PhraseScores scores = new PhraseScores(phrases, topics);
    List<List<Scored>> chosen =
        topics.stream().map(rows -> TopicWords.of(phrases, scores.of(rows))).toList();
    Set<Long> wanted =
        chosen.stream().flatMap(List::stream).map(Scored::phrase).collect(Collectors.toSet());
    PhraseForms forms = new PhraseForms(phrases, wanted);
    return chosen.stream().map(list -> words(forms, list)).toList();
  }

  private static List<TopicWord> words(PhraseForms forms, List<Scored> chosen) {
    return chosen.stream()
        .map(
            scored ->
                new TopicWord(
                    forms.of(scored.phrase()),
                    scored.score() / chosen.getFirst().score(),
                    scored.share()))
        .toList();
  }

  /// A new label: of the best words, or if they are none, of a title; with more words, and at last
  /// with a number, if it is taken.
  ///
  /// @param title of the most central paper
  public String label(List<TopicWord> words, String title) {
    for (int parts = Math.min(PARTS, words.size()); parts <= words.size(); parts++) {
      String label = words.isEmpty() ? shortened(title) : joined(words, parts);
      if (!label.isEmpty() && taken.add(label)) {
        return label;
      }
    }
    String label = words.isEmpty() ? shortened(title) : joined(words, PARTS);
    int number = 2;
    while (!taken.add(label + " " + number)) {
      number++;
    }
    return label + " " + number;
  }

  private static String joined(List<TopicWord> words, int most) {
    StringBuilder label = new StringBuilder(words.getFirst().text());
    int parts = 1;
    for (TopicWord word : words.subList(1, words.size())) {
      boolean fits = most > PARTS || label.length() + 2 + word.text().length() <= MAX_LENGTH;
      if (parts < most && fits) {
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
