package dev.akin.embed.run;

import dev.akin.vector.Embedding;
import dev.akin.vector.SentenceEmbeddings;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One text, embedded by one model.
///
/// @param embedding absent if the model returned no direction: all zeros, or numbers that are not
///   finite
/// @param sentences a direction for each sentence of the text, the mean of the states of its tokens
/// @param tokens how many tokens the model has read, special tokens included
/// @param truncated whether the end of the text was cut off because the model reads no more tokens
/// @param foreign whether the model does not know most of the tokens
public record EmbeddedText(
    @Nullable Embedding embedding,
    SentenceEmbeddings sentences,
    int tokens,
    boolean truncated,
    boolean foreign) {
  /// The embeddings of texts; null where a text has none.
  public static List<@Nullable Embedding> embeddings(List<EmbeddedText> texts) {
    List<@Nullable Embedding> embeddings = new ArrayList<>(texts.size());
    texts.forEach(text -> embeddings.add(text.embedding()));
    return embeddings;
  }
}
