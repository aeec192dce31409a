package dev.akin.report.word;

import dev.akin.base.SplitMix64;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// The phrases of a corpus: one to three words side by side that neither begin nor end with a stop
/// word and say something together, with the number of papers that have them. Rare ones are left
/// out.
///
/// A phrase is its words' numbers plus 1, of 21 bits each, the last word in the lowest bits.
final class CorpusPhrases {
  /// The most words of a phrase.
  static final int MAX_WORDS = 3;

  private static final int BITS = 21;
  private static final int SIEVE_BITS = 24;

  private final CorpusWords words;
  private final boolean[] common;
  private final boolean[] stop;
  private final boolean[] plain;
  private final LongCounts counts = new LongCounts();
  private final long[] phrases;

  /// @param fewest papers that have a phrase, 1 to 100
  CorpusPhrases(CorpusWords words, int fewest) {
    this.words = words;
    this.stop = new boolean[words.size()];
    this.plain = new boolean[words.size()];
    for (int word = 0; word < words.size(); word++) {
      stop[word] =
          WordLists.STOP.contains(words.name(word))
              || words.name(word).length() < 2
              || words.name(word).codePoints().noneMatch(Character::isLetter);
      plain[word] = WordLists.PLAIN.contains(words.name(word));
    }
    this.common = common(fewest);
    byte[] sieve = sieve(fewest);
    for (int row = 0; row < words.rows(); row++) {
      of(row).filter(phrase -> sieve[place(phrase)] >= fewest).forEach(counts::add);
    }
    this.phrases = counts.atLeast(fewest);
  }

  private boolean[] common(int fewest) {
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
      common[word] = papers[word] >= fewest && word < (1 << BITS) - 1;
    }
    return common;
  }

  /// At least how many papers have the phrases of a place, so that most of the rare ones need not
  /// be kept to be counted.
  private byte[] sieve(int fewest) {
    byte[] sieve = new byte[1 << SIEVE_BITS];
    for (int row = 0; row < words.rows(); row++) {
      of(row)
          .forEach(
              phrase -> {
                if (sieve[place(phrase)] < fewest) {
                  sieve[place(phrase)]++;
                }
              });
    }
    return sieve;
  }

  private static int place(long phrase) {
    return (int) (SplitMix64.mix(phrase) >>> (Long.SIZE - SIEVE_BITS));
  }

  /// The phrases of a row, each once, the rare ones among them.
  private LongStream of(int row) {
    LongStream.Builder found = LongStream.builder();
    forEach(row, (phrase, place, count) -> found.add(phrase));
    return found.build().sorted().distinct();
  }

  /// Is told a phrase and where it stands.
  interface Place {
    /// Is told it.
    ///
    /// @param place of its first word in the row
    /// @param count of its words
    void at(long phrase, int place, int count);
  }

  /// Hands every phrase of a row, as often as it stands there, to `each`, the rare ones among them.
  void forEach(int row, Place each) {
    for (int place = 0; place < words.count(row); place++) {
      long phrase = 0;
      boolean bare = true;
      for (int count = 1; count <= MAX_WORDS && place + count <= words.count(row); count++) {
        int word = words.word(row, place + count - 1);
        if (word < 0 || !common[word] || (count == 1 && stop[word])) {
          break;
        }
        phrase = (phrase << BITS) | (word + 1);
        bare &= plain[word] || stop[word];
        if (!stop[word] && !bare) {
          each.at(phrase, place, count);
        }
      }
    }
  }

  /// The kept phrases, ascending.
  int size() {
    return phrases.length;
  }

  long phrase(int index) {
    return phrases[index];
  }

  /// How many papers of the corpus have a phrase.
  int papers(long phrase) {
    return counts.get(phrase);
  }

  /// How many of some papers have each kept phrase, by its place.
  int[] papers(List<Integer> rows) {
    int[] papers = new int[phrases.length];
    LongConsumer count =
        phrase -> {
          int index = Arrays.binarySearch(phrases, phrase);
          if (index >= 0) {
            papers[index]++;
          }
        };
    rows.forEach(row -> of(row).forEach(count));
    return papers;
  }

  /// The words of a phrase that are no stop words.
  List<Integer> telling(long phrase) {
    return all(phrase).filter(word -> !stop[word]).boxed().toList();
  }

  /// The words of a phrase as they are known, with spaces.
  String name(long phrase) {
    return all(phrase).mapToObj(words::name).collect(Collectors.joining(" "));
  }

  /// Whether a word says something only beside others.
  boolean isPlain(int word) {
    return plain[word];
  }

  /// A word as it is known.
  String word(int word) {
    return words.name(word);
  }

  private static IntStream all(long phrase) {
    return IntStream.iterate((MAX_WORDS - 1) * BITS, shift -> shift >= 0, shift -> shift - BITS)
        .map(shift -> (int) (phrase >>> shift) & ((1 << BITS) - 1))
        .filter(word -> word > 0)
        .map(word -> word - 1);
  }

  /// Whether a phrase has all words of another side by side.
  static boolean holds(long phrase, long other) {
    int width = (Long.SIZE - Long.numberOfLeadingZeros(other) + BITS - 1) / BITS * BITS;
    long mask = (1L << width) - 1;
    for (long rest = phrase; rest != 0; rest >>>= BITS) {
      if ((rest & mask) == other) {
        return true;
      }
    }
    return false;
  }

  CorpusWords words() {
    return words;
  }
}
