package dev.akin.work;

import dev.akin.base.TextHash;
import dev.akin.paper.Identifiers;
import dev.akin.paper.Paper;
import dev.akin.paper.TitleKey;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;

/// What [SameWork] compares of two papers before their texts: titles, authors and identifiers, as
/// numbers, so that two papers are compared in less than a microsecond. An index stores it with the
/// paper.
///
/// Words, names and identifiers are [TextHash]es, folded to 32 bits for words and names. Two
/// different ones are taken for the same in one of four billion comparisons. Immutable, safe for
/// use by many threads.
///
/// The form in a file: a byte of flags; the title; the title that an erratum corrects, if it is
/// one; the numbers in the title; then the words of the title, the family names and the
/// identifiers, each list ascending and with its length in two bytes before it.
public final class TitlePage {
  private static final int ANONYMOUS = 1;
  private static final int ERRATUM = 2;
  private static final int TITLE_ONLY = 4;

  /// Longer lists are cut.
  private static final int MAX_LENGTH = 10_000;

  private final int flags;

  /// 0 if the title has neither letters nor digits.
  private final long title;

  /// 0 if no title is corrected.
  private final long corrected;

  private final int numbers;
  private final int[] words;
  private final int[] familyNames;

  /// A bit for each family name: without a bit in common, two papers have no name in common.
  private final long bitsOfNames;

  private final long[] identifiers;

  private TitlePage(Paper paper) {
    boolean erratum = Erratum.is(paper.title());
    flags =
        (paper.authors().isEmpty() ? ANONYMOUS : 0)
            | (erratum ? ERRATUM : 0)
            | (paper.titleOnly() ? TITLE_ONLY : 0);
    String key = TitleKey.of(paper.title());
    title = hashOfTitle(key);
    corrected = erratum ? hashOfTitle(SameWork.correctedKey(paper.title())) : 0;
    numbers = hash(String.join(" ", TitleNumbers.of(key)));
    words = hashes(SameWork.words(key));
    familyNames = hashes(SameWork.familyNames(paper));
    bitsOfNames = bits(familyNames);
    identifiers =
        Identifiers.of(paper).stream().mapToLong(TextHash::of).sorted().limit(MAX_LENGTH).toArray();
  }

  private TitlePage(ByteBuffer bytes) {
    flags = bytes.get();
    title = bytes.getLong();
    corrected = isErratum() ? bytes.getLong() : 0;
    numbers = bytes.getInt();
    words = new int[bytes.getChar()];
    Arrays.setAll(words, _ -> bytes.getInt());
    familyNames = new int[bytes.getChar()];
    Arrays.setAll(familyNames, _ -> bytes.getInt());
    bitsOfNames = bits(familyNames);
    identifiers = new long[bytes.getChar()];
    Arrays.setAll(identifiers, _ -> bytes.getLong());
  }

  /// The title page of a paper.
  public static TitlePage of(Paper paper) {
    return new TitlePage(paper);
  }

  private static long hashOfTitle(String key) {
    return key.isEmpty() ? 0 : TextHash.of(key);
  }

  private static int[] hashes(Collection<String> texts) {
    return texts.stream().mapToInt(TitlePage::hash).sorted().limit(MAX_LENGTH).toArray();
  }

  private static long bits(int[] hashes) {
    long bits = 0;
    for (int hash : hashes) {
      bits |= 1L << hash;
    }
    return bits;
  }

  private static int hash(String text) {
    return Long.hashCode(TextHash.of(text));
  }

  /// Reads what [#toBytes] wrote.
  ///
  /// @throws java.nio.BufferUnderflowException if it is cut
  public static TitlePage ofBytes(byte[] bytes, int offset, int length) {
    return new TitlePage(ByteBuffer.wrap(bytes, offset, length));
  }

  /// The form in a file.
  public byte[] toBytes() {
    ByteBuffer bytes =
        ByteBuffer.allocate(
            Byte.BYTES
                + (isErratum() ? 2 : 1) * Long.BYTES
                + Integer.BYTES
                + 3 * Character.BYTES
                + (words.length + familyNames.length) * Integer.BYTES
                + identifiers.length * Long.BYTES);
    bytes.put((byte) flags).putLong(title);
    if (isErratum()) {
      bytes.putLong(corrected);
    }
    bytes.putInt(numbers);
    put(bytes, words);
    put(bytes, familyNames);
    bytes.putChar((char) identifiers.length);
    for (long identifier : identifiers) {
      bytes.putLong(identifier);
    }
    return bytes.array();
  }

  private static void put(ByteBuffer bytes, int[] hashes) {
    bytes.putChar((char) hashes.length);
    for (int hash : hashes) {
      bytes.putInt(hash);
    }
  }

  boolean isErratum() {
    return (flags & ERRATUM) != 0;
  }

  /// Whether there is a title and no abstract.
  boolean isTitleOnly() {
    return (flags & TITLE_ONLY) != 0;
  }

  /// Whether this is an erratum that names the title of the other.
  boolean corrects(TitlePage other) {
    return corrected != 0 && corrected == other.title && !other.isErratum();
  }

  /// Whether the titles have the same words in the same order.
  public boolean hasTitleOf(TitlePage other) {
    return title != 0 && title == other.title;
  }

  boolean hasNumbersOf(TitlePage other) {
    return numbers == other.numbers;
  }

  /// How many different words the title has.
  int countWords() {
    return words.length;
  }

  /// The share of the words of the shorter title that the other title has; 0 if a title has none.
  double shareOfWords(TitlePage other) {
    int fewer = Math.min(words.length, other.words.length);
    return fewer == 0 ? 0 : countShared(words, other.words) / (double) fewer;
  }

  boolean mayShareAuthor(TitlePage other) {
    return ((flags | other.flags) & ANONYMOUS) != 0 || sharesAuthor(other);
  }

  /// Whether an author of one has the family name of an author of the other.
  boolean sharesAuthor(TitlePage other) {
    return (bitsOfNames & other.bitsOfNames) != 0
        && countShared(familyNames, other.familyNames) > 0;
  }

  boolean sharesIdentifier(TitlePage other) {
    return Arrays.stream(identifiers)
        .anyMatch(identifier -> Arrays.binarySearch(other.identifiers, identifier) >= 0);
  }

  /// How many numbers two ascending lists have in common.
  private static int countShared(int[] some, int[] others) {
    int shared = 0;
    int i = 0;
    int j = 0;
    while (i < some.length && j < others.length) {
      int order = Integer.compare(some[i], others[j]);
      shared += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return shared;
  }
}
