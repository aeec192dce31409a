package dev.akin.vector;

import java.util.List;

/// What some models make of one text.
///
/// @param embeddings one for each model
/// @param sentences the directions of its sentences, by the first model
public record TextVectors(List<Embedding> embeddings, SentenceEmbeddings sentences) {
  /// @throws IllegalArgumentException if there is no embedding, or the sentences are of another
  ///   space than the first
  public TextVectors {
    embeddings = List.copyOf(embeddings);
    if (embeddings.isEmpty()) {
      throw new IllegalArgumentException("a text has at least one embedding");
    }
    if (!sentences.space().equals(embeddings.getFirst().space())) {
      throw new IllegalArgumentException("the sentences are of another model than the text");
    }
  }

  /// What one model makes of a text, without sentences.
  public static TextVectors of(Embedding embedding) {
    return new TextVectors(List.of(embedding), SentenceEmbeddings.none(embedding.space()));
  }

  /// The spaces of the embeddings.
  public List<Space> spaces() {
    return embeddings.stream().map(Embedding::space).toList();
  }
}
