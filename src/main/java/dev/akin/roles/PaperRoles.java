package dev.akin.roles;

import dev.akin.paper.Paper;
import dev.akin.paper.Sentences;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the sentences of a paper are about: its title, then those of its abstract, as [Sentences]
/// cuts them.
///
/// The title stands for the whole paper, so it has every role. Of an abstract in another language
/// than English nothing is known. Immutable, safe for use by many threads.
///
/// The form in a file: four bytes for each sentence. The first three are the probabilities of
/// [Role#PROBLEM], [Role#METHOD] and [Role#RESULT] in 255ths; all three are 255 for the title. The
/// fourth is the number of words, at most 255; 0 if nothing is known.
public final class PaperRoles {
  private static final int BYTES = 4;
  private static final int WORDS = 3;
  private static final int MAX = 255;

  private final byte[] values;

  private PaperRoles(byte[] values) {
    this.values = values;
  }

  /// Finds the roles of a paper's sentences.
  public static PaperRoles of(Paper paper) {
    List<String> sentences = Sentences.of(paper.title(), paper.abstractText());
    PaperRoles roles = new PaperRoles(new byte[BYTES * sentences.size()]);
    int title = paper.title().isBlank() ? 0 : 1;
    if (title > 0) {
      roles.put(0, new float[] {1, 1, 1}, sentences.getFirst());
    }
    if (paper.inUsualLanguage() && !paper.abstractText().isBlank()) {
      List<String> ofAbstract = sentences.subList(title, sentences.size());
      float[][] found = SentenceRoles.of(ofAbstract);
      for (int i = 0; i < found.length; i++) {
        roles.put(title + i, found[i], ofAbstract.get(i));
      }
    }
    return roles;
  }

  private void put(int sentence, float[] probabilities, String text) {
    int first = sentence * BYTES;
    for (int role = 0; role < WORDS; role++) {
      values[first + role] = (byte) Math.round(MAX * probabilities[role]);
    }
    values[first + WORDS] = (byte) Math.min(MAX, words(text));
  }

  private static int words(String text) {
    int words = 0;
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      boolean letter = text.charAt(i) > ' ';
      if (letter && !inside) {
        words++;
      }
      inside = letter;
    }
    return words;
  }

  /// Reads what [#toBytes] wrote.
  ///
  /// @param bytes copied
  /// @throws IllegalArgumentException if this is not a whole number of sentences
  public static PaperRoles ofBytes(byte[] bytes) {
    if (bytes.length % BYTES != 0) {
      throw new IllegalArgumentException(
          bytes.length + " bytes are not a whole number of sentences");
    }
    return new PaperRoles(bytes.clone());
  }

  /// The form in a file; a copy.
  public byte[] toBytes() {
    return values.clone();
  }

  /// How many sentences there are, with the title.
  public int count() {
    return values.length / BYTES;
  }

  /// How much each sentence belongs to the part of the paper that has a role: its probability times
  /// its number of words.
  ///
  /// @param role not [Role#OTHER]
  /// @return one number for each sentence, 0 or more
  public double[] weights(Role role) {
    double[] weights = new double[count()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (double) share(i, role.column()) * share(i, WORDS) / MAX;
    }
    return weights;
  }

  /// Whether a sentence of the abstract is more likely to have a role than not.
  public boolean has(Role role) {
    for (int i = 0; i < count(); i++) {
      if (likeliest(i) == role && 2 * share(i, role) > MAX) {
        return true;
      }
    }
    return false;
  }

  /// The likeliest role of a sentence; absent for a title, and if nothing is known.
  public @Nullable Role likeliest(int sentence) {
    if (share(sentence, WORDS) == 0 || isTitle(sentence)) {
      return null;
    }
    Role likeliest = Role.OTHER;
    for (Role role : Role.values()) {
      likeliest = share(sentence, role) > share(sentence, likeliest) ? role : likeliest;
    }
    return likeliest;
  }

  private boolean isTitle(int sentence) {
    return share(sentence, Role.OTHER) < -MAX;
  }

  private int share(int sentence, Role role) {
    return role == Role.OTHER
        ? MAX - share(sentence, 0) - share(sentence, 1) - share(sentence, 2)
        : share(sentence, role.column());
  }

  private int share(int sentence, int column) {
    return Byte.toUnsignedInt(values[sentence * BYTES + column]);
  }
}
