package dev.akin.ask;

import dev.akin.paper.PlainText;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What somebody typed into a search box, in its parts.
///
/// | typed | part |
/// | --- | --- |
/// | `author:vaswani`, `author:"Ashish Vaswani"` | an author |
/// | `category:cs.CL` | a category |
/// | `year:2019`, `year:2019-2021`, `year:2019-`, `year:-2021` | years |
/// | `"exact phrase"`, also with curly quotation marks | a phrase |
/// | `-word`, `-"exact phrase"` | something to leave out |
/// | anything else, such as a quotation mark that is never closed | a word |
///
/// A paper must meet all parts.
///
/// @param text all that was typed, without invisible characters
/// @param words what is left, with one space between words; may be empty
/// @param phrases what a paper must have word for word
/// @param excluded words and phrases that a paper must not have
/// @param authors names as they were typed
/// @param categories as they were typed
/// @param years absent for all
public record TypedQuery(
    String text,
    String words,
    List<String> phrases,
    List<String> excluded,
    List<String> authors,
    List<String> categories,
    @Nullable YearRange years) {
  /// A longer text is no search but a paragraph, and has no operators.
  static final int MAX_CHARACTERS = 1_000;

  /// Signs without a shape that come with pasted text: marks of direction, breaks of width zero.
  private static final Pattern SHAPELESS =
      Pattern.compile("[\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u2069]");

  public TypedQuery {
    phrases = List.copyOf(phrases);
    excluded = List.copyOf(excluded);
    authors = List.copyOf(authors);
    categories = List.copyOf(categories);
  }

  /// Reads a text.
  ///
  /// @throws IllegalArgumentException if nothing of it can be searched for, or a field has no value
  ///   or a wrong one; the message says what to type instead
  public static TypedQuery read(String typed) {
    TypedQuery whole = phrase(typed);
    if (whole.isParagraph()) {
      return whole;
    }
    TypedQuery parts = new QueryScanner(whole.text).scan();
    if (parts.isOnlyExcluding()) {
      throw new IllegalArgumentException(
          "says only what to leave out; add a word, a name or a field to search for");
    }
    return parts;
  }

  /// The whole text as words, whatever is in it.
  ///
  /// @throws IllegalArgumentException if it has no visible character
  public static TypedQuery phrase(String typed) {
    String text = PlainText.of(SHAPELESS.matcher(typed).replaceAll(""));
    if (text.isEmpty()) {
      throw new IllegalArgumentException("has no visible characters");
    }
    return new TypedQuery(text, text, List.of(), List.of(), List.of(), List.of(), null);
  }

  private boolean isOnlyExcluding() {
    return words.isEmpty()
        && phrases.isEmpty()
        && authors.isEmpty()
        && categories.isEmpty()
        && years == null;
  }

  /// Whether it is too long to be anything but words.
  public boolean isParagraph() {
    return text.length() > MAX_CHARACTERS;
  }

  /// Whether it has words only.
  public boolean isPlain() {
    return words.equals(text);
  }

  /// The phrases and some of the words: what papers are compared with; may be empty.
  ///
  /// @param others the words that count
  public String subject(String others) {
    return (String.join(" ", phrases) + " " + others).strip();
  }
}
