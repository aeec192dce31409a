package dev.akin.embed.model;

import java.util.List;

/// A text as it is put before a model, and where its sentences are in it.
///
/// @param text with what the model's template puts around
/// @param sentences in the order of [dev.akin.paper.Sentences], which is that of the text unless a
///   template puts the abstract first; they do not overlap
public record ModelText(String text, List<TextSpan> sentences) {
  /// @throws IllegalArgumentException if a sentence ends behind the text
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
