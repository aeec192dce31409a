package dev.akin.report.word;

import com.carrotsearch.hppc.BitMixer;
import com.carrotsearch.hppc.LongIntHashMap;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// The phrases of a corpus, each with the number of papers that have it. A phrase is one to three
/// successive words; its first and its last word are no stop words, and a single word is no general
/// word. Rare phrases are left out.
///
/// A phrase is a number: 21 bits for each word, which are the word's number plus 1, the last word
/// in the lowest bits.
final class CorpusPhrases {
  private static final int MAX_WORDS = 3;

  private static final int BITS = 21;

  private static final String USUAL = "";

  /// The sieve has 2 to the power of this many counters.
  private static final int SIEVE_BITS = 24;

  private final CorpusWords words;
  private final boolean[] common;

  /// Whether each word is a stop word: by language, the usual one under the empty text.
  private final Map<String, boolean[]> stops = new HashMap<>();

  private final boolean[] general;

  /// The number of papers by phrase.
  private final LongIntHashMap counts = new LongIntHashMap();

  /// The phrases that are kept, ascending.
  private final long[] phrases;

  /// @param minPapers a phrase in fewer papers is left out; 1 to 100
  CorpusPhrases(CorpusWords words, int minPapers) {
    this.words = words;
    stops.put(USUAL, stops(null));
    words.languages().forEach(language -> stops.put(language, stops(language)));
    this.general = new boolean[words.size()];
    for (int word = 0; word < words.size(); word++) {
      general[word] = WordLists.GENERAL.contains(words.name(word));
    }
    this.common = common(minPapers);
    byte[] sieve = sieve(minPapers);
    for (int row = 0; row < words.rows(); row++) {
      of(row)
          .filter(phrase -> sieve[counter(phrase)] >= minPapers)
          .forEach(phrase -> counts.addTo(phrase, 1));
    }
    this.phrases =
        Arrays.stream(counts.keys().toArray())
            .filter(phrase -> counts.get(phrase) >= minPapers)
            .sorted()
            .toArray();
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
      of(row)
          .forEach(
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

  /// The phrases of a row, each once, including rare ones.
  private LongStream of(int row) {
    return of(row, words.count(row));
  }

  private LongStream of(int row, int end) {
    LongStream.Builder found = LongStream.builder();
    forEach(row, end, (phrase, place, count) -> found.add(phrase));
    return found.build().sorted().distinct();
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
    for (int place = 0; place < end; place++) {
      long phrase = 0;
      for (int count = 1; count <= MAX_WORDS && place + count <= end; count++) {
        int word = words.word(row, place + count - 1);
        if (word < 0 || !common[word] || (count == 1 && stop[word])) {
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
  int papers(long phrase) {
    return counts.get(phrase);
  }

  /// How many papers of some rows have each kept phrase, by its index.
  int[] papers(List<Integer> rows) {
    int[] papers = new int[phrases.length];
    rows.forEach(row -> of(row).forEach(counting(papers)));
    return papers;
  }

  /// How many papers of some rows have each kept phrase in the title, by its index.
  int[] titles(List<Integer> rows) {
    int[] papers = new int[phrases.length];
    rows.forEach(row -> of(row, words.titleCount(row)).forEach(counting(papers)));
    return papers;
  }

  private LongConsumer counting(int[] papers) {
    return phrase -> {
      int index = Arrays.binarySearch(phrases, phrase);
      if (index >= 0) {
        papers[index]++;
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
