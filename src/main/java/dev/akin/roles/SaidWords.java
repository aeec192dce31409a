package dev.akin.roles;

/// What a sentence says, wherever it stands in the abstract.
final class SaidWords {
  private static final FeatureKind[] ORDERED = {
    FeatureKind.FIRST_WORD, FeatureKind.SECOND_WORD, FeatureKind.THIRD_WORD
  };

  /// How many words at the start of a sentence are features in any order.
  private static final int EARLY_WORDS = 5;

  /// Sentences with at least so many characters are of the next class of lengths.
  private static final int[] LENGTHS = {10, 30, 60, 100, 150, 220};

  private static final int WE = WordHashes.hash("we");
  private static final int THIS = WordHashes.hash("this");
  private static final int PAPER = WordHashes.hash("paper");
  private static final int WORK = WordHashes.hash("work");
  private static final int STUDY = WordHashes.hash("study");
  private static final int ARTICLE = WordHashes.hash("article");

  private final int[] words;
  private final int[] alone;
  private final int[] pairs;
  private final int lengthClass;
  private final boolean byAuthors;

  SaidWords(String sentence) {
    WordHashes hashes = new WordHashes(sentence);
    int[] all = hashes.words();
    FeatureList ofWords = new FeatureList(2 * all.length + EARLY_WORDS + ORDERED.length);
    FeatureList ofPairs = new FeatureList(all.length);
    boolean anyByAuthors = false;
    int last = WordHashes.NONE;
    for (int i = 0; i < all.length; i++) {
      addAlone(hashes, i, ofWords);
      ofPairs.add(FeatureKind.TWO_WORDS, WordHashes.mix(last, all[i]));
      anyByAuthors |= all[i] == WE || (last == THIS && isPublication(all[i]));
      last = all[i];
    }
    words = distinct(all);
    alone = ofWords.distinct();
    pairs = ofPairs.distinct();
    lengthClass = lengthClass(sentence);
    byAuthors = anyByAuthors;
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

  /// Its words, each once, as hashes that are not yet features.
  int[] words() {
    return words;
  }

  /// Features of its single words, each once.
  int[] alone() {
    return alone;
  }

  /// Features of two words in a row, each once.
  int[] pairs() {
    return pairs;
  }

  /// How long it is, from 0 to 6.
  int lengthClass() {
    return lengthClass;
  }

  /// Whether it has `we`, `this paper` or the like.
  boolean byAuthors() {
    return byAuthors;
  }
}
