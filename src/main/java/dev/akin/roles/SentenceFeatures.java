package dev.akin.roles;

import java.util.ArrayList;
import java.util.List;

/// What the classifier sees of a sentence of an abstract, each feature as a hash of 32 bits.
///
/// Of the sentence itself: its words, how they begin, two words in a row, the words at its start,
/// its length, its place, and whether the authors speak of themselves elsewhere. These are its main
/// features. With less weight: its words together with the part of the abstract, and the words of
/// the sentences before and after it.
final class SentenceFeatures {
  /// Places from here on are the same.
  private static final int MAX_PLACE = 9;

  private static final int TENTHS = 10;

  /// Main features that are not about words.
  private static final int OTHER_FEATURES = 7;

  private final int[] main;
  private final int[] minor;

  private SentenceFeatures(int[] main, int[] minor) {
    this.main = main;
    this.minor = minor;
  }

  /// The main features, each once; not to be changed.
  int[] main() {
    return main;
  }

  /// The minor features, each once; not to be changed.
  int[] minor() {
    return minor;
  }

  /// The features of each sentence of an abstract.
  static List<SentenceFeatures> of(List<String> sentences) {
    List<SaidWords> said = sentences.stream().map(SaidWords::new).toList();
    int byAuthors = (int) said.stream().filter(SaidWords::byAuthors).count();
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

  private static int[] main(
      SaidWords said, int place, int count, boolean authorsBefore, boolean authorsElsewhere) {
    FeatureList features =
        new FeatureList(OTHER_FEATURES + said.alone().length + said.pairs().length);
    features.add(FeatureKind.ANY_SENTENCE, 0);
    features.add(FeatureKind.LENGTH, said.lengthClass());
    features.add(FeatureKind.PLACE, Math.min(place, MAX_PLACE));
    features.add(FeatureKind.PLACE_FROM_END, Math.min(count - 1 - place, MAX_PLACE));
    features.add(FeatureKind.TENTH, (int) ((long) TENTHS * place / count));
    features.add(FeatureKind.AUTHORS_BEFORE, authorsBefore ? 1 : 0);
    features.add(FeatureKind.AUTHORS_ELSEWHERE, authorsElsewhere ? 1 : 0);
    features.addAll(said.alone());
    features.addAll(said.pairs());
    return features.toArray();
  }

  private static int[] minor(List<SaidWords> said, int place) {
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
