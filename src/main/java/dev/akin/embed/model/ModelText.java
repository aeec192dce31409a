package dev.akin.embed.model;

import java.util.List;

/// A text as a model reads it, and where its sentences are.
///
/// @param text with what the model's template adds
/// @param sentences in the order of [dev.akin.paper.Sentences], which differs from the order in the
///   text if a template puts the abstract first; they do not overlap
public record ModelText(String text, List<TextSpan> sentences) {
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
}
