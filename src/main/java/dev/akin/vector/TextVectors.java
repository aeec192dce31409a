package dev.akin.vector;

import java.util.List;

/// The vectors of one text, by one or several models.
///
/// @param embeddings one for each model
/// @param sentences the directions of the text's sentences, by the first model
public record TextVectors(List<Embedding> embeddings, SentenceEmbeddings sentences) {
  /// @throws IllegalArgumentException if there is no embedding, or the sentences are not in the
  ///   space of the first
  public TextVectors {
    embeddings = List.copyOf(embeddings);
    if (embeddings.isEmpty()) {
      throw new IllegalArgumentException("a text has at least one embedding");
    }
    if (!sentences.space().equals(embeddings.getFirst().space())) {
      throw new IllegalArgumentException("the sentences are of another model than the text");
    }
  }

  /// The vector of a text by one model, without sentences.
  public static TextVectors of(Embedding embedding) {
    return new TextVectors(List.of(embedding), SentenceEmbeddings.none(embedding.space()));
  }

  /// The spaces of the embeddings, in their order.
  public List<Space> spaces() {
    return embeddings.stream().map(Embedding::space).toList();
  }
}
