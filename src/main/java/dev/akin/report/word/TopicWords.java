package dev.akin.report.word;

import dev.akin.report.word.PhraseScores.Scored;
import dev.akin.report.word.TopicLabels.TopicWord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The best phrases of a topic, without those that mean nearly the same as a better one.
final class TopicWords {
  private static final int MAX_PHRASES = 8;

  /// How clear a word is that is by itself, compared with a phrase of several words. A name of
  /// several words and a phrase with an acronym are as clear.
  private static final double SINGLE_WORD = 0.5;

  /// The same for the name of a system or of data, such as `WordNet`.
  private static final double SINGLE_NAME = 0.25;

  /// The same for an acronym that no paper explains, and for the name of an event.
  private static final double UNCLEAR = 0.02;

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

  /// A chosen phrase.
  ///
  /// @param words those that say something
  private record ChosenPhrase(Scored scored, List<String> words, TopicWord shown) {
    String name() {
      return String.join(" ", words);
    }
  }

  /// Chooses the best phrases, best first.
  ///
  /// @param scored phrases of the topic, best first
  /// @param language of the topic's papers, if it is of that kind; its phrases are not parsed
  List<TopicWord> of(List<Scored> scored, @Nullable String language) {
    List<ChosenPhrase> chosen = new ArrayList<>();
    for (Scored next : scored) {
      if (chosen.size() == MAX_PHRASES) {
        break;
      }
      ChosenPhrase choice = choice(next, language);
      if (chosen.stream().noneMatch(other -> isLike(choice, other))
          && (language != null || nouns.holds(next.phrase()))) {
        chosen.add(choice);
      }
    }
    return chosen.stream().map(ChosenPhrase::shown).toList();
  }

  private ChosenPhrase choice(Scored scored, @Nullable String language) {
    String form = forms.of(scored.phrase());
    List<String> words =
        new ArrayList<>(
            phrases.contentWords(scored.phrase(), language).stream().map(phrases::word).toList());
    for (String word : form.split(" ")) {
      words.addAll(LongForms.words(longForms.of(word)));
    }
    String longForm = longForms.of(form);
    String shown = longForm.isEmpty() ? form : longForm + " (" + form + ")";
    double clarity = longForm.isEmpty() ? clarity(form) : clarity(longForm);
    return new ChosenPhrase(
        scored, words, new TopicWord(shown, scored.score(), scored.share(), clarity));
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

  private static boolean isLike(ChosenPhrase a, ChosenPhrase b) {
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
