package dev.akin.report.word;

import dev.akin.report.word.PhraseScores.Scored;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The best phrases of a topic, none of them nearly the same as another.
final class TopicWords {
  /// The most phrases of a topic.
  private static final int MAX_WORDS = 8;

  /// Which share of the papers with a phrase must have a longer one for that to stand for it.
  private static final double LONGER = 0.45;

  /// The same for a word that is likely an adjective, which wants a noun.
  private static final double LONGER_ADJECTIVE = 0.12;

  private static final List<String> ADJECTIVES =
      List.of(
          "al",
          "ive",
          "ic",
          "ous",
          "ary",
          "able",
          "ed",
          "ual",
          "ful",
          "istic",
          "lingual",
          "shot",
          "domain",
          "oriented",
          "based",
          "source",
          "step",
          "hop",
          "lexical");

  private final CorpusPhrases phrases;
  private final List<Scored> scored;
  private final List<Scored> chosen = new ArrayList<>();

  private TopicWords(CorpusPhrases phrases, List<Scored> scored) {
    this.phrases = phrases;
    this.scored = scored;
  }

  /// Chooses them.
  ///
  /// @param scored phrases of the topic, the best first
  static List<Scored> of(CorpusPhrases phrases, List<Scored> scored) {
    TopicWords words = new TopicWords(phrases, scored);
    for (Scored next : scored) {
      if (words.chosen.size() < MAX_WORDS) {
        words.offer(next);
      }
    }
    return words.chosen.stream()
        .sorted(Comparator.comparingDouble(Scored::score).reversed())
        .toList();
  }

  private void offer(Scored next) {
    for (int place = 0; place < chosen.size(); place++) {
      if (Likeness.isAcronym(name(chosen.get(place)), name(next)) && isNew(next, place)) {
        chosen.set(place, between(next, chosen.get(place)));
        return;
      }
    }
    Scored longer = longer(next);
    if (isNew(longer, -1)) {
      chosen.add(between(longer, next));
    } else if (isNew(next, -1)) {
      chosen.add(next);
    }
  }

  /// A phrase with what is between its score and that of the one in whose stead it is.
  private static Scored between(Scored phrase, Scored other) {
    double score = Math.sqrt(phrase.score() * other.score());
    return new Scored(phrase.phrase(), score, phrase.share());
  }

  private String name(Scored phrase) {
    return phrases.name(phrase.phrase());
  }

  /// Whether a phrase is unlike all that are chosen but one.
  private boolean isNew(Scored phrase, int except) {
    for (int place = 0; place < chosen.size(); place++) {
      if (place != except && isLike(phrase, chosen.get(place))) {
        return false;
      }
    }
    return true;
  }

  private boolean isLike(Scored a, Scored b) {
    List<Integer> words = telling(a);
    List<Integer> others = telling(b);
    return words.stream().anyMatch(word -> Likeness.isAcronym(phrases.word(word), name(b)))
        || others.stream().anyMatch(word -> Likeness.isAcronym(phrases.word(word), name(a)))
        || words.stream().anyMatch(word -> others.stream().anyMatch(other -> isLike(word, other)));
  }

  private List<Integer> telling(Scored phrase) {
    return phrases.telling(phrase.phrase());
  }

  private boolean isLike(int word, int other) {
    return word == other
        || (!phrases.isPlain(word)
            && !phrases.isPlain(other)
            && Likeness.sameStem(phrases.word(word), phrases.word(other)));
  }

  private Scored longer(Scored phrase) {
    Scored longest = phrase;
    for (Scored other : scored) {
      double least = isAdjective(name(longest)) ? LONGER_ADJECTIVE : LONGER;
      if (other.phrase() != longest.phrase()
          && other.share() >= least * longest.share()
          && CorpusPhrases.holds(other.phrase(), longest.phrase())) {
        longest = other;
      }
    }
    return longest;
  }

  private static boolean isAdjective(String name) {
    return ADJECTIVES.stream().anyMatch(name::endsWith);
  }
}
