package dev.akin.report.word;

import dev.akin.language.WordClasses;
import dev.akin.language.WordClasses.WordClass;
import dev.akin.report.word.PhraseForms.Occurrence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Says which phrases are whole noun phrases, by the classes of their words in some sentences of
/// the corpus.
///
/// In at least two fifths of the sentences the last word must be a noun, and the others nouns,
/// adjectives, participles, or `of` in the middle. In at least a fifth of these, no further noun
/// may follow: `neural machine` goes on with `translation`. And in at least a tenth, of a single
/// word in at least a fifth, no noun or adjective may be before it: `Dialect Identification` is
/// always of something, `cloud` nearly always of points. Single words, and phrases without
/// sentences in English, are also judged by how often any other word follows.
final class NounPhrases {
  /// How many tokens before a phrase are read.
  private static final int BEFORE = 8;

  /// How many tokens after it.
  private static final int AFTER = 3;

  private static final double MIN_NOUN = 0.4;
  private static final double MIN_WHOLE = 0.2;

  /// In at least this share of them, no noun or adjective stands before a phrase of several words.
  private static final double MIN_FIRST = 0.1;

  private static final double MIN_FIRST_OF_ONE = 0.2;

  /// The same for a single word.
  private static final double MIN_WHOLE_OF_ONE = 0.1;

  /// The same for a phrase whose last word has a hyphen: `low-resource`, `fact-checking`.
  private static final double MIN_WHOLE_WITH_HYPHEN = 0.5;

  /// A word that another one follows in more than this share of its places is an adjective or
  /// another modifier: of the words in titles and abstracts of the ACL Anthology, `temporal` (0.94)
  /// and `empirical` (0.98), but not `speech` (0.69) and `dialogue` (0.85). In arXiv, `quantum`
  /// (0.98).
  private static final double MAX_FOLLOWED = 0.9;

  private static final Set<WordClass> NOUNS = EnumSet.of(WordClass.NOUN, WordClass.NAME);
  private static final Set<WordClass> MODIFIERS =
      EnumSet.of(WordClass.NOUN, WordClass.NAME, WordClass.ADJECTIVE);

  private static final Set<WordClass> BEFORE_NOUNS =
      EnumSet.of(WordClass.PREPOSITION, WordClass.ADJECTIVE, WordClass.NAME);
  private static final Set<String> ARTICLES = Set.of("a", "an", "the", "this", "these");

  private final CorpusWords words;
  private final PhraseForms forms;
  private final WordClasses classes = new WordClasses();
  private final Map<Long, Boolean> known = new HashMap<>();

  NounPhrases(CorpusWords words, PhraseForms forms) {
    this.words = words;
    this.forms = forms;
  }

  /// Whether a phrase is one.
  boolean holds(long phrase) {
    return known.computeIfAbsent(phrase, this::judge);
  }

  private boolean judge(long phrase) {
    List<Occurrence> examples = forms.examples(phrase);
    int length = CorpusPhrases.length(phrase);
    boolean modifies = forms.followed(phrase) > MAX_FOLLOWED;
    if (examples.isEmpty() || (length == 1 && modifies)) {
      return !modifies;
    }
    int nouns = 0;
    int whole = 0;
    int first = 0;
    for (Occurrence example : examples) {
      Sentence sentence = new Sentence(example, length);
      if (sentence.isNounPhrase()) {
        nouns++;
        first += sentence.hasModifier() ? 0 : 1;
        whole += sentence.goesOn() ? 0 : 1;
      }
    }
    String form = forms.of(phrase);
    boolean endsWithHyphen = form.lastIndexOf('-') > form.lastIndexOf(' ');
    double minWhole =
        endsWithHyphen ? MIN_WHOLE_WITH_HYPHEN : length == 1 ? MIN_WHOLE_OF_ONE : MIN_WHOLE;
    return nouns > 0
        && nouns >= MIN_NOUN * examples.size()
        && whole >= minWhole * nouns
        && first >= (length == 1 ? MIN_FIRST_OF_ONE : MIN_FIRST) * nouns;
  }

  /// A phrase in the words around it.
  private final class Sentence {
    private final List<String> read = new ArrayList<>();

    /// The place of the last part of each of the phrase's words.
    private final int[] ends;

    private final boolean[] hyphens;
    private boolean breaksOff;

    /// The place of the phrase's first part.
    private int start;

    private final List<WordClass> tagged;

    Sentence(Occurrence example, int length) {
      this.ends = new int[length];
      this.hyphens = new boolean[length];
      int row = example.row();
      int title = words.titleCount(row);
      boolean inTitle = example.place() < title;
      int first = Math.max(inTitle ? 0 : title, example.place() - BEFORE);
      int end = Math.min(inTitle ? title : words.count(row), example.place() + length + AFTER);
      for (int at = first; at < end; at++) {
        read(row, at, at - example.place());
      }
      this.tagged = classes.of(read);
    }

    private void read(int row, int at, int inPhrase) {
      if (words.word(row, at) < 0) {
        breaksOff |= inPhrase == ends.length;
        return;
      }
      if (at > 0 && words.word(row, at - 1) < 0 && !read.isEmpty()) {
        read.add(words.hasOwnCapitals(row, at) ? "," : ".");
      }
      if (inPhrase == 0) {
        start = read.size();
      }
      String[] parts = words.ownForm(row, at).split("(?<=-)|(?=-)");
      read.addAll(Arrays.asList(parts));
      if (inPhrase >= 0 && inPhrase < ends.length) {
        ends[inPhrase] = read.size() - 1;
        hyphens[inPhrase] = parts.length > 1;
      }
    }

    boolean isNounPhrase() {
      int last = ends.length - 1;
      for (int at = 0; at < last; at++) {
        if (!hyphens[at] && !isModifier(at)) {
          return false;
        }
      }
      return NOUNS.contains(tagged.get(ends[last]))
          || (last > 0 ? isGerund(last) : isVerbByMistake(0));
    }

    /// Whether a word is a verb in `-ing`, which is a noun after a noun: `question answering`.
    private boolean isGerund(int at) {
      return tagged.get(ends[at]) == WordClass.VERB && read.get(ends[at]).endsWith("ing");
    }

    private boolean isModifier(int at) {
      WordClass of = tagged.get(ends[at]);
      return MODIFIERS.contains(of)
          || (at > 0 && read.get(ends[at]).equals("of"))
          || (of == WordClass.VERB && read.get(ends[at]).endsWith("ed"))
          || isVerbByMistake(at);
    }

    /// Whether the first word is called a verb although a preposition, an article, an adjective or
    /// a name is before it: `of dialogue`, `automatic hate speech detection`.
    private boolean isVerbByMistake(int at) {
      return at == 0
          && start > 0
          && tagged.get(ends[0]) == WordClass.VERB
          && !isGerund(0)
          && (BEFORE_NOUNS.contains(tagged.get(start - 1))
              || ARTICLES.contains(read.get(start - 1)));
    }

    /// Whether a noun or an adjective is directly before it.
    boolean hasModifier() {
      return start > 0 && MODIFIERS.contains(tagged.get(start - 1));
    }

    /// Whether another noun follows directly.
    boolean goesOn() {
      int next = ends[ends.length - 1] + 1;
      return !breaksOff && next < tagged.size() && NOUNS.contains(tagged.get(next));
    }
  }
}
