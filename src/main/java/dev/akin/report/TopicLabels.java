package dev.akin.report;

import dev.akin.report.PhraseScores.Scored;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The words that set each topic apart, the best first.
final class TopicLabels {
  /// The most words of a topic.
  static final int MOST = 8;

  /// The most words of a label.
  private static final int PARTS = 3;

  /// The most characters of a label, unless its first word alone has more.
  private static final int MAX_LENGTH = 48;

  /// How many papers a longer phrase must have for one of a shorter to stand for it.
  private static final double LONGER = 0.45;

  private TopicLabels() {}

  /// The words of each topic.
  ///
  /// @param topics the rows of each
  static List<List<TopicWord>> words(Corpus corpus, List<List<Integer>> topics) {
    CorpusPhrases phrases =
        new CorpusPhrases(new CorpusWords(corpus), Math.clamp(corpus.size() / 4_000, 2, 25));
    PhraseScores scores = new PhraseScores(phrases, topics);
    List<List<Scored>> chosen =
        topics.stream().map(rows -> chosen(phrases, scores.of(rows))).toList();
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

  /// Phrases from the best downwards, each made longer where most papers that have it say more, and
  /// left out if it shares a word with one before it.
  private static List<Scored> chosen(CorpusPhrases phrases, List<Scored> scored) {
    List<Scored> chosen = new ArrayList<>();
    Set<Integer> taken = new HashSet<>();
    for (Scored next : scored) {
      if (chosen.size() < MOST
          && phrases.telling(next.phrase()).stream().noneMatch(taken::contains)) {
        Scored longer = longer(next, scored);
        if (phrases.telling(longer.phrase()).stream().anyMatch(taken::contains)) {
          longer = next;
        }
        chosen.add(longer);
        taken.addAll(phrases.telling(longer.phrase()));
      }
    }
    chosen.sort((a, b) -> Double.compare(b.score(), a.score()));
    return chosen;
  }

  private static Scored longer(Scored phrase, List<Scored> scored) {
    Scored longest = phrase;
    for (Scored other : scored) {
      if (other.share() >= LONGER * longest.share()
          && other.phrase() != longest.phrase()
          && CorpusPhrases.holds(other.phrase(), longest.phrase())) {
        longest = other;
      }
    }
    return longest;
  }

  /// The label of a topic with some words; empty if it has none.
  static String label(List<TopicWord> words) {
    StringBuilder label = new StringBuilder();
    int parts = 0;
    for (TopicWord word : words) {
      if (parts < PARTS
          && (parts == 0 || label.length() + 2 + word.text().length() <= MAX_LENGTH)) {
        label.append(parts++ == 0 ? "" : ", ").append(word.text());
      }
    }
    return label.toString();
  }
}
