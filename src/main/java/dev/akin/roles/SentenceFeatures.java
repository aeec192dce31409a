package dev.akin.roles;

import java.util.ArrayList;
import java.util.List;

/// What the classifier sees of a sentence of an abstract, each feature as a hash of 32 bits.
///
/// Of the sentence itself: its words, how they begin, two words in a row, the words at its start,
/// its length, its place, and whether the authors speak of themselves elsewhere. These are its main
/// features. With less weight: its words together with the part of the abstract, and the words of
/// the sentences before and after it.
///
/// @param main each once
/// @param minor each once
record SentenceFeatures(int[] main, int[] minor) {
  private static final FeatureKind[] ORDERED = {
    FeatureKind.FIRST_WORD, FeatureKind.SECOND_WORD, FeatureKind.THIRD_WORD
  };

  /// How many words at the start of a sentence are features in any order.
  private static final int EARLY_WORDS = 5;

  /// Sentences with at least so many characters are of the next class of lengths.
  private static final int[] LENGTHS = {10, 30, 60, 100, 150, 220};

  /// Places from here on are the same.
  private static final int MAX_PLACE = 9;

  private static final int TENTHS = 10;

  /// Main features that are not about words.
  private static final int OTHER_FEATURES = 7;

  private static final int WE = WordHashes.hash("we");
  private static final int THIS = WordHashes.hash("this");
  private static final int PAPER = WordHashes.hash("paper");
  private static final int WORK = WordHashes.hash("work");
  private static final int STUDY = WordHashes.hash("study");
  private static final int ARTICLE = WordHashes.hash("article");

  /// What a sentence says, wherever it stands; each feature once.
  ///
  /// @param words not yet of a kind
  /// @param alone features of single words
  /// @param pairs features of two words in a row
  /// @param length class of its length
  /// @param byAuthors whether it has `we`, `this paper` or the like
  private record Said(int[] words, int[] alone, int[] pairs, int length, boolean byAuthors) {}

  /// The features of each sentence of an abstract.
  static List<SentenceFeatures> of(List<String> sentences) {
    List<Said> said = sentences.stream().map(SentenceFeatures::said).toList();
    int byAuthors = (int) said.stream().filter(Said::byAuthors).count();
    int before = 0;
    List<SentenceFeatures> features = new ArrayList<>(said.size());
    for (int i = 0; i < said.size(); i++) {
      int itself = said.get(i).byAuthors() ? 1 : 0;
      int[] main = main(said.get(i), i, said.size(), before > 0, byAuthors > itself);
      features.add(new SentenceFeatures(main, minor(said, i)));
      before += itself;
    }
    return features;
  }

  private static Said said(String sentence) {
    WordHashes hashes = WordHashes.of(sentence);
    int[] words = hashes.words();
    FeatureList alone = new FeatureList(2 * words.length + EARLY_WORDS + ORDERED.length);
    FeatureList pairs = new FeatureList(words.length);
    boolean byAuthors = false;
    int last = WordHashes.NONE;
    for (int i = 0; i < words.length; i++) {
      addAlone(hashes, i, alone);
      pairs.add(FeatureKind.TWO_WORDS, WordHashes.mix(last, words[i]));
      byAuthors |= words[i] == WE || last == THIS && isPublication(words[i]);
      last = words[i];
    }
    return new Said(
        distinct(words), alone.distinct(), pairs.distinct(), lengthClass(sentence), byAuthors);
  }

  private static void addAlone(WordHashes hashes, int i, FeatureList alone) {
    int word = hashes.words()[i];
    int beginning = hashes.beginnings()[i];
    alone.add(FeatureKind.WORD, word);
    if (beginning != WordHashes.NONE) {
      alone.add(FeatureKind.BEGINNING, beginning);
    }
    if (i < EARLY_WORDS) {
      alone.add(FeatureKind.EARLY_WORD, word);
    }
    if (i < ORDERED.length) {
      alone.add(ORDERED[i], word);
    }
  }

  private static int[] distinct(int[] words) {
    FeatureList list = new FeatureList(words.length);
    list.addAll(words);
    return list.distinct();
  }

  private static boolean isPublication(int word) {
    return word == PAPER || word == WORK || word == STUDY || word == ARTICLE;
  }

  private static int lengthClass(String sentence) {
    int at = 0;
    while (at < LENGTHS.length && sentence.length() >= LENGTHS[at]) {
      at++;
    }
    return at;
  }

  private static int[] main(
      Said said, int place, int count, boolean authorsBefore, boolean authorsElsewhere) {
    FeatureList features =
        new FeatureList(OTHER_FEATURES + said.alone().length + said.pairs().length);
    features.add(FeatureKind.ANY_SENTENCE, 0);
    features.add(FeatureKind.LENGTH, said.length());
    features.add(FeatureKind.PLACE, Math.min(place, MAX_PLACE));
    features.add(FeatureKind.PLACE_FROM_END, Math.min(count - 1 - place, MAX_PLACE));
    features.add(FeatureKind.TENTH, (int) ((long) TENTHS * place / count));
    features.add(FeatureKind.AUTHORS_BEFORE, authorsBefore ? 1 : 0);
    features.add(FeatureKind.AUTHORS_ELSEWHERE, authorsElsewhere ? 1 : 0);
    features.addAll(said.alone());
    features.addAll(said.pairs());
    return features.toArray();
  }

  private static int[] minor(List<Said> said, int place) {
    int[] none = {WordHashes.NONE};
    int[] words = said.get(place).words();
    int[] previous = place == 0 ? none : said.get(place - 1).alone();
    int[] next = place == said.size() - 1 ? none : said.get(place + 1).alone();
    FeatureList features = new FeatureList(words.length + previous.length + next.length);
    int part = part(place, said.size());
    for (int word : words) {
      features.add(FeatureKind.WORD_AND_PART, WordHashes.mix(part, word));
    }
    features.addAll(FeatureKind.PREVIOUS, previous);
    features.addAll(FeatureKind.NEXT, next);
    return features.toArray();
  }

  /// The part of an abstract: its first sentence, its first half, its second, its last sentence.
  private static int part(int place, int count) {
    if (place == 0) {
      return 0;
    }
    return place == count - 1 ? 3 : 2L * place < count ? 1 : 2;
  }
}
