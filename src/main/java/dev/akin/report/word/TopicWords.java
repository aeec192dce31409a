package dev.akin.report.word;

import dev.akin.report.word.PhraseScores.Scored;
import dev.akin.report.word.TopicLabels.TopicWord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The best phrases of a topic, which cover its papers together, without those that mean nearly the
/// same as a better one.
final class TopicWords {
  private static final int MAX_PHRASES = 8;

  /// How clear a word is that is by itself, compared with a phrase of several words. A name of
  /// several words and a phrase with an acronym are as clear.
  private static final double SINGLE_WORD = 0.3;

  /// The same for the name of a system or of data, such as `WordNet`.
  private static final double SINGLE_NAME = 0.25;

  /// The same for an acronym that no paper explains, and for the name of an event.
  private static final double UNCLEAR = 0.02;

  /// The power of a phrase's score: with 1, labels name what is peculiar to some of the papers;
  /// with less, they name more of the papers.
  private static final double EVENNESS = 0.5;

  /// A word that has two digits and letters, as names of events do: `SemEval-2018`.
  private static final Pattern DATED =
      Pattern.compile("(?=.*\\d\\d)(?:.* )?\\S*\\p{L}{2}\\S*\\d\\d.*");

  /// A word with a capital inside.
  private static final Pattern NAME = Pattern.compile(".+\\p{Lu}.*");

  private final CorpusPhrases phrases;
  private final PhraseForms forms;
  private final NounPhrases nouns;
  private final LongForms longForms;

  TopicWords(CorpusPhrases phrases, PhraseForms forms, NounPhrases nouns, LongForms longForms) {
    this.phrases = phrases;
    this.forms = forms;
    this.nouns = nouns;
    this.longForms = longForms;
  }

  /// A phrase that may be chosen.
  ///
  /// @param words those that say something
  /// @param shown as most papers write it
  /// @param score how well it names each paper that has it
  /// @param owned the share of its papers that are in the topic, 0 to 1
  /// @param papers those of the topic that have it
  private record Contender(
      long phrase, List<String> words, String shown, double score, double owned, BitSet papers) {
    String name() {
      return String.join(" ", words);
    }

    /// How much of the topic it names that is not named yet.
    ///
    /// @param unnamed of each paper the part that is not named yet
    double added(double[] unnamed) {
      return papers.stream().mapToDouble(paper -> unnamed[paper]).sum();
    }

    /// How well it names what is not named yet.
    double weight(double[] unnamed) {
      return score * added(unnamed);
    }
  }

  /// Chooses the best phrases, best first. Each is the one that names best what the phrases before
  /// leave unnamed, so the phrases cover the topic together. A phrase names a part of each paper
  /// that has it: the share of its papers that are in the topic. So one that all topics have leaves
  /// most to be named.
  ///
  /// @param scored phrases of the topic
  /// @param rows of the topic
  /// @param weights of these papers; their sum is 1
  /// @param language of the topic's papers, if it is of that kind; its phrases are not parsed
  List<TopicWord> of(
      List<Scored> scored, List<Integer> rows, double[] weights, @Nullable String language) {
    List<Contender> choices =
        new ArrayList<>(scored.stream().map(one -> contender(one, rows, language)).toList());
    List<TopicWord> chosen = new ArrayList<>();
    double[] unnamed = weights.clone();
    while (!choices.isEmpty() && chosen.size() < MAX_PHRASES) {
      Contender best =
          Collections.max(choices, Comparator.comparingDouble(choice -> choice.weight(unnamed)));
      if (language == null && !nouns.holds(best.phrase())) {
        choices.remove(best);
        continue;
      }
      chosen.add(
          new TopicWord(
              best.shown(),
              best.weight(unnamed),
              (double) best.papers().cardinality() / rows.size(),
              best.added(unnamed)));
      best.papers().stream().forEach(paper -> unnamed[paper] *= 1 - best.owned());
      choices.removeIf(choice -> isLike(choice, best));
    }
    return chosen;
  }

  private Contender contender(Scored scored, List<Integer> rows, @Nullable String language) {
    String form = forms.of(scored.phrase());
    List<String> words =
        new ArrayList<>(
            phrases.contentWords(scored.phrase(), language).stream().map(phrases::word).toList());
    for (String word : form.split(" ", -1)) {
      words.addAll(LongForms.words(longForms.of(word)));
    }
    String longForm = longForms.of(form);
    String shown = longForm.isEmpty() ? form : longForm + " (" + form + ")";
    double clarity = clarity(longForm.isEmpty() ? form : longForm);
    return new Contender(
        scored.phrase(),
        words,
        shown,
        StrictMath.pow(scored.score(), EVENNESS) * clarity,
        scored.owned(),
        forms.within(scored.phrase(), rows));
  }

  private static double clarity(String form) {
    String[] words = form.split(" ");
    if (DATED.matcher(form).matches() || (words.length == 1 && LongForms.isAcronym(form))) {
      return UNCLEAR;
    }
    if (words.length == 1) {
      return NAME.matcher(form).matches() ? SINGLE_NAME : SINGLE_WORD;
    }
    boolean named = Arrays.stream(words).allMatch(word -> Character.isUpperCase(word.charAt(0)));
    return named || Arrays.stream(words).anyMatch(LongForms::isAcronym) ? SINGLE_WORD : 1;
  }

  private static boolean isLike(Contender a, Contender b) {
    return a.words().stream().anyMatch(word -> Likeness.isAcronym(word, b.name()))
        || b.words().stream().anyMatch(word -> Likeness.isAcronym(word, a.name()))
        || a.words().stream()
            .anyMatch(word -> b.words().stream().anyMatch(other -> isLike(word, other)));
  }

  private static boolean isLike(String word, String other) {
    return word.equals(other)
        || (!WordLists.GENERAL.contains(word)
            && !WordLists.GENERAL.contains(other)
            && Likeness.sameStem(word, other));
  }
}
