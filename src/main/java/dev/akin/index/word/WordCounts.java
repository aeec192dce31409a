package dev.akin.index.word;

import dev.akin.base.TextHash;
import dev.akin.paper.Paper;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteArrayDataOutput;

/// How often a paper has each of its words: the same words as in the fields `words` and
/// `titleWords`. With them a paper is scored without a look at the postings of each word of a
/// query.
///
/// A word is a number, its [TextHash] folded to 32 bits. Two different words are taken for the same
/// in one of four billion comparisons.
///
/// The form in a file: for each different word, ascending, its number in four bytes, then `4 ·
/// inText + min(inTitle, 3)` as a vint, then `inTitle` as a vint if it is 3 or more. That is about
/// five bytes a word.
///
/// @hidden public for its own room only
public final class WordCounts {
  /// Receives the words of a paper.
  public interface Visitor {
    /// Receives one word.
    ///
    /// @param word its number
    /// @param inText how often title and abstract have it, at least 1
    /// @param inTitle how often the title has it
    void word(int word, int inText, int inTitle);
  }

  /// A greater count in the title is written in full.
  private static final int MANY = 3;

  private static final int MANY_BITS = 2;

  /// A number, and two vints of at most five bytes.
  private static final int MAX_BYTES = Integer.BYTES + 2 * 5;

  private WordCounts() {}

  /// How often a word occurs in a paper.
  private record Count(int inText, int inTitle) {
    Count plus(Count other) {
      return new Count(inText + other.inText, inTitle + other.inTitle);
    }
  }

  /// The number that stands for a word.
  public static int number(String word) {
    return Long.hashCode(TextHash.of(word));
  }

  /// The counts of a paper, in the form in a file.
  public static byte[] of(Paper paper) {
    String language = WordLanguages.of(paper.language());
    SortedMap<Integer, Count> counts = new TreeMap<>();
    for (String word : Analyzers.ofText(language, paper.title())) {
      counts.merge(number(word), new Count(1, 1), Count::plus);
    }
    for (String word : Analyzers.ofText(language, paper.abstractText())) {
      counts.merge(number(word), new Count(1, 0), Count::plus);
    }
    return bytes(counts);
  }

  private static byte[] bytes(SortedMap<Integer, Count> counts) {
    byte[] bytes = new byte[counts.size() * MAX_BYTES];
    ByteArrayDataOutput out = new ByteArrayDataOutput(bytes);
    try {
      for (Map.Entry<Integer, Count> word : counts.entrySet()) {
        int inTitle = word.getValue().inTitle();
        out.writeInt(word.getKey());
        out.writeVInt(word.getValue().inText() << MANY_BITS | Math.min(inTitle, MANY));
        if (inTitle >= MANY) {
          out.writeVInt(inTitle);
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory cannot fail", e);
    }
    return Arrays.copyOf(bytes, out.getPosition());
  }

  /// Passes each word to `visitor`, in the order of their numbers.
  ///
  /// @param in what [#of] made, and nothing else
  /// @throws ArrayIndexOutOfBoundsException if it is cut
  public static void forEach(ByteArrayDataInput in, Visitor visitor) {
    while (!in.eof()) {
      int word = in.readInt();
      int count = in.readVInt();
      int inTitle = count & MANY;
      visitor.word(word, count >> MANY_BITS, inTitle < MANY ? inTitle : in.readVInt());
    }
  }
}
