package dev.akin.report.word;

import dev.akin.report.word.PhraseScores.Scored;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The best phrases of a topic, without those that mean nearly the same as a better one.
final class TopicWords {
  private static final int MAX_PHRASES = 8;

  /// A longer phrase replaces a phrase if at least this share of its papers have the longer one.
  private static final double MIN_SHARE_OF_LONGER = 0.45;

  /// The same for a phrase that probably ends with an adjective, which needs a noun.
  private static final double MIN_SHARE_OF_LONGER_THAN_ADJECTIVE = 0.12;

  /// How words end that are probably adjectives.
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
  private final @Nullable String language;
  private final List<Scored> chosen = new ArrayList<>();

  private TopicWords(CorpusPhrases phrases, List<Scored> scored, @Nullable String language) {
    this.phrases = phrases;
    this.scored = scored;
    this.language = language;
  }

  /// Chooses the best phrases.
  ///
  /// @param scored phrases of the topic, best first
  /// @param language of the topic's papers, if it is of that kind
  static List<Scored> of(CorpusPhrases phrases, List<Scored> scored, @Nullable String language) {
    TopicWords words = new TopicWords(phrases, scored, language);
    for (Scored next : scored) {
      if (words.chosen.size() < MAX_PHRASES) {
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

  /// A phrase that replaces another one, with the geometric mean of their scores.
  private static Scored between(Scored phrase, Scored other) {
    double score = Math.sqrt(phrase.score() * other.score());
    return new Scored(phrase.phrase(), score, phrase.share());
  }

  private String name(Scored phrase) {
    return phrases.name(phrase.phrase());
  }

  /// Whether a phrase is unlike all chosen phrases.
  ///
  /// @param except the place of a chosen phrase that is not looked at; -1 for none
  private boolean isNew(Scored phrase, int except) {
    for (int place = 0; place < chosen.size(); place++) {
      if (place != except && isLike(phrase, chosen.get(place))) {
        return false;
      }
    }
    return true;
  }

  private boolean isLike(Scored a, Scored b) {
    List<Integer> words = phrases.contentWords(a.phrase(), language);
    List<Integer> others = phrases.contentWords(b.phrase(), language);
    return words.stream().anyMatch(word -> Likeness.isAcronym(phrases.word(word), name(b)))
        || others.stream().anyMatch(word -> Likeness.isAcronym(phrases.word(word), name(a)))
        || words.stream().anyMatch(word -> others.stream().anyMatch(other -> isLike(word, other)));
  }

  private boolean isLike(int word, int other) {
    return word == other
        || (!phrases.isGeneral(word)
            && !phrases.isGeneral(other)
            && Likeness.sameStem(phrases.word(word), phrases.word(other)));
  }

  /// The longer phrase that replaces a phrase; the phrase itself if there is none.
  private Scored longer(Scored phrase) {
    Scored longest = phrase;
    for (Scored other : scored) {
      double minShare =
          isAdjective(name(longest)) ? MIN_SHARE_OF_LONGER_THAN_ADJECTIVE : MIN_SHARE_OF_LONGER;
      if (other.phrase() != longest.phrase()
          && other.share() >= minShare * longest.share()
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
