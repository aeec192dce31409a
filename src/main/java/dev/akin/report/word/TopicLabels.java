package dev.akin.report.word;

import dev.akin.report.corpus.Corpus;
import dev.akin.report.word.PhraseScores.Scored;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The words that distinguish each topic from the others, and labels made of these words. No two
/// labels are equal.
///
/// @hidden public for its own room only
public final class TopicLabels {
  /// How many phrases a label has, unless it needs more to be unlike the others.
  private static final int MAX_PARTS = 3;

  /// How many characters a label has at most, unless its first phrase alone is longer.
  private static final int MAX_LENGTH = 48;

  /// A phrase must be in one of this many papers, within the two bounds that follow.
  private static final int PAPERS_PER_PAPER_WITH_PHRASE = 4_000;

  private static final int LOWEST_MIN_PAPERS = 2;
  private static final int HIGHEST_MIN_PAPERS = 25;

  /// A word or phrase that distinguishes a topic from the others.
  ///
  /// @param text as most papers write it
  /// @param share the share of the topic's papers that have it, 0 to 1
  /// @param standsAlone whether it can be a part of a label: it is no adjective
  public record TopicWord(String text, double share, boolean standsAlone) {}

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
    CorpusPhrases phrases = new CorpusPhrases(new CorpusWords(corpus, rows), minPapers);
    PhraseScores scores = new PhraseScores(phrases, topics);
    List<List<Scored>> chosen = new ArrayList<>();
    int bySubject = topics.size() - languages.size();
    for (int place = 0; place < topics.size(); place++) {
      String language = place < bySubject ? null : languages.get(place - bySubject);
      chosen.add(TopicWords.of(phrases, scores.of(topics.get(place)), language));
    }
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
                    forms.of(scored.phrase()), scored.share(), forms.standsAlone(scored.phrase())))
        .toList();
  }

  /// Makes a new label of the best words that can stand alone, or of a title if there are no words.
  /// If that label is taken, it gets more words, and finally a number.
  ///
  /// @param all the topic's words, best first
  /// @param title the title of the most central paper
  public String label(List<TopicWord> all, String title) {
    List<TopicWord> nouns = all.stream().filter(TopicWord::standsAlone).toList();
    List<TopicWord> words = nouns.isEmpty() ? all : nouns;
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
