package dev.akin.embed.model;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A text as a model reads it, and where its sentences are.
///
/// @param text with what the model's template adds
/// @param sentences in the order of [dev.akin.paper.Sentences], which differs from the order in the
///   text if a template puts the abstract first; they do not overlap
/// @param title the title alone, if the model reads it once more by itself; its sentences are the
///   first of `sentences`
public record ModelText(String text, List<TextSpan> sentences, @Nullable ModelText title) {
  /// @throws IllegalArgumentException if a sentence ends after the text
  public ModelText {
    sentences = List.copyOf(sentences);
    for (TextSpan sentence : sentences) {
      if (sentence.to() > text.length()) {
        throw new IllegalArgumentException(
            "a sentence to " + sentence.to() + " in a text of " + text.length());
      }
    }
  }

  /// A text that is read once.
  public ModelText(String text, List<TextSpan> sentences) {
    this(text, sentences, null);
  }

  /// All that the model reads: the text, then the title.
  public Stream<String> passes() {
    return title == null ? Stream.of(text) : Stream.of(text, title.text);
  }
}
