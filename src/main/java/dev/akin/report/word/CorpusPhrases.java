package dev.akin.report.word;

import com.carrotsearch.hppc.BitMixer;
import com.carrotsearch.hppc.LongArrayList;
import com.carrotsearch.hppc.LongIntHashMap;
import dev.akin.index.word.StopWords;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The phrases of a corpus, each with the number of papers that have it. A phrase is one to three
/// successive words; its first and its last word are no stop words, a single word is no general
/// word, and in English the only function word inside is `of`. Rare phrases are left out.
///
/// A phrase is a number: 21 bits for each word, which are the word's number plus 1, the last word
/// in the lowest bits.
final class CorpusPhrases {
  private static final int MAX_WORDS = 3;

  private static final int BITS = 21;

  private static final Set<String> FUNCTION_WORDS = StopWords.of("en");

  private static final String USUAL = "";

  /// The sieve has 2 to the power of this many counters.
  private static final int SIEVE_BITS = 24;

  private final CorpusWords words;
  private final boolean[] common;

  /// Whether each word is a stop word: by language, the usual one under the empty text.
  private final Map<String, boolean[]> stops = new HashMap<>();

  private final boolean[] general;

  /// Whether an English phrase may have each word inside: `of`, but no other function word.
  private final boolean[] inside;

  /// The phrases that are kept, ascending.
  private final long[] phrases;

  /// The place of each of them.
  private final LongIntHashMap places;

  /// The number of papers that have each of them.
  private final int[] papers;

  /// @param minPapers a phrase in fewer papers is left out; 1 to 100
  CorpusPhrases(CorpusWords words, int minPapers) {
    this.words = words;
    stops.put(USUAL, stops(null));
    words.languages().forEach(language -> stops.put(language, stops(language)));
    this.general = new boolean[words.size()];
    this.inside = new boolean[words.size()];
    for (int word = 0; word < words.size(); word++) {
      inside[word] = words.name(word).equals("of") || !FUNCTION_WORDS.contains(words.name(word));
      general[word] = WordLists.GENERAL.contains(words.name(word));
    }
    this.common = common(minPapers);
    LongIntHashMap counts = counts(sieve(minPapers), minPapers);
    this.phrases =
        Arrays.stream(counts.keys().toArray())
            .filter(phrase -> counts.get(phrase) >= minPapers)
            .sorted()
            .toArray();
    this.places = new LongIntHashMap(phrases.length);
    this.papers = new int[phrases.length];
    for (int place = 0; place < phrases.length; place++) {
      places.put(phrases[place], place);
      papers[place] = counts.get(phrases[place]);
    }
  }

  private LongIntHashMap counts(byte[] sieve, int minPapers) {
    LongIntHashMap counts = new LongIntHashMap();
    for (int row = 0; row < words.rows(); row++) {
      forEachOnce(
          row,
          words.count(row),
          phrase -> {
            if (sieve[counter(phrase)] >= minPapers) {
              counts.addTo(phrase, 1);
            }
          });
    }
    return counts;
  }

  private boolean[] stops(@Nullable String language) {
    Set<String> list = WordLists.stop(language);
    boolean[] stop = new boolean[words.size()];
    for (int word = 0; word < words.size(); word++) {
      String name = words.name(word);
      stop[word] =
          list.contains(name)
              || name.length() < 2
              || name.codePoints().noneMatch(Character::isLetter);
    }
    return stop;
  }

  /// The stop words of a language.
  ///
  /// @param language absent, or not that of a paper, for the usual one
  private boolean[] stop(@Nullable String language) {
    boolean[] stop = language == null ? null : stops.get(language);
    return stop == null ? Objects.requireNonNull(stops.get(USUAL)) : stop;
  }

  /// Whether each word is in enough papers.
  private boolean[] common(int minPapers) {
    int[] papers = new int[words.size()];
    int[] last = new int[words.size()];
    for (int row = 0; row < words.rows(); row++) {
      for (int place = 0; place < words.count(row); place++) {
        int word = words.word(row, place);
        if (word >= 0 && last[word] != row + 1) {
          last[word] = row + 1;
          papers[word]++;
        }
      }
    }
    boolean[] common = new boolean[papers.length];
    for (int word = 0; word < papers.length; word++) {
      common[word] = papers[word] >= minPapers && word < (1 << BITS) - 1;
    }
    return common;
  }

  /// Counters that several phrases share: a phrase is in at most as many papers as its counter
  /// says. So most rare phrases are known to be rare before each phrase is counted for itself.
  private byte[] sieve(int minPapers) {
    byte[] sieve = new byte[1 << SIEVE_BITS];
    for (int row = 0; row < words.rows(); row++) {
      forEachOnce(
          row,
          words.count(row),
          phrase -> {
            if (sieve[counter(phrase)] < minPapers) {
              sieve[counter(phrase)]++;
            }
          });
    }
    return sieve;
  }

  private static int counter(long phrase) {
    return (int) (BitMixer.mix64(phrase) >>> (Long.SIZE - SIEVE_BITS));
  }

  /// Passes the phrases of a row's first tokens to `each`, each once, including rare ones.
  private void forEachOnce(int row, int end, LongConsumer each) {
    LongArrayList found = new LongArrayList(MAX_WORDS * end);
    forEach(row, end, (phrase, place, count) -> found.add(phrase));
    long[] sorted = found.toArray();
    Arrays.sort(sorted);
    for (int at = 0; at < sorted.length; at++) {
      if (at == 0 || sorted[at] != sorted[at - 1]) {
        each.accept(sorted[at]);
      }
    }
  }

  /// Receives phrases.
  interface Receiver {
    /// Receives one phrase.
    ///
    /// @param place the place of its first word in the row
    /// @param count the number of its words
    void accept(long phrase, int place, int count);
  }

  /// Passes every occurrence of every phrase of a row to `each`, including rare ones.
  void forEach(int row, Receiver each) {
    forEach(row, words.count(row), each);
  }

  private void forEach(int row, int end, Receiver each) {
    boolean[] stop = stop(words.language(row));
    boolean parsed = words.language(row) == null;
    for (int place = 0; place < end; place++) {
      long phrase = 0;
      for (int count = 1; count <= MAX_WORDS && place + count <= end; count++) {
        int word = words.word(row, place + count - 1);
        if (word < 0 || !common[word] || (count == 1 && stop[word]) || (parsed && !inside[word])) {
          break;
        }
        phrase = (phrase << BITS) | (word + 1);
        if (!stop[word] && (count > 1 || !general[word])) {
          each.accept(phrase, place, count);
        }
      }
    }
  }

  /// How many phrases are kept.
  int size() {
    return phrases.length;
  }

  /// A kept phrase.
  ///
  /// @param index its place in the ascending order
  long phrase(int index) {
    return phrases[index];
  }

  /// How many papers of the corpus have a kept phrase.
  ///
  /// @param index its place in the ascending order
  int papers(int index) {
    return papers[index];
  }

  /// How many papers of some rows have each kept phrase, by its index.
  int[] papers(List<Integer> rows) {
    int[] within = new int[phrases.length];
    rows.forEach(row -> forEachOnce(row, words.count(row), counting(within)));
    return within;
  }

  /// How many papers of some rows have each kept phrase in the title, by its index.
  int[] titles(List<Integer> rows) {
    int[] within = new int[phrases.length];
    rows.forEach(row -> forEachOnce(row, words.titleCount(row), counting(within)));
    return within;
  }

  private LongConsumer counting(int[] within) {
    return phrase -> {
      int index = places.getOrDefault(phrase, -1);
      if (index >= 0) {
        within[index]++;
      }
    };
  }

  /// The words of a phrase without its stop words.
  ///
  /// @param language of the phrase; absent for the usual one
  List<Integer> contentWords(long phrase, @Nullable String language) {
    boolean[] stop = stop(language);
    return all(phrase).filter(word -> !stop[word]).boxed().toList();
  }

  /// The name of a word.
  String word(int word) {
    return words.name(word);
  }

  private static IntStream all(long phrase) {
    return IntStream.iterate((MAX_WORDS - 1) * BITS, shift -> shift >= 0, shift -> shift - BITS)
        .map(shift -> (int) (phrase >>> shift) & ((1 << BITS) - 1))
        .filter(word -> word > 0)
        .map(word -> word - 1);
  }

  /// The number of a phrase's words.
  static int length(long phrase) {
    return (Long.SIZE - Long.numberOfLeadingZeros(phrase) + BITS - 1) / BITS;
  }

  /// The shorter phrases that are within a phrase.
  static long[] parts(long phrase) {
    return IntStream.range(1, length(phrase))
        .mapToObj(
            words ->
                IntStream.rangeClosed(0, length(phrase) - words)
                    .mapToLong(from -> (phrase >>> (from * BITS)) & ((1L << (words * BITS)) - 1)))
        .flatMapToLong(part -> part)
        .toArray();
  }

  CorpusWords words() {
    return words;
  }
}
