package dev.akin.embed.run;

import dev.akin.vector.Embedding;
import dev.akin.vector.SentenceEmbeddings;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of one text.
///
/// @param embedding absent if the model gave no direction: all zeros, or numbers that are not
///   finite
/// @param sentences one for each of the text's sentences, the mean of its tokens' states
/// @param tokens tokens that the model saw, special ones included
/// @param truncated whether the end of the text was cut off because the model takes no more tokens
/// @param foreign whether most of its tokens mean nothing to the model
public record EmbeddedText(
    @Nullable Embedding embedding,
    SentenceEmbeddings sentences,
    int tokens,
    boolean truncated,
    boolean foreign) {
  /// The embeddings of some texts, null where there is none.
  public static List<@Nullable Embedding> embeddings(List<EmbeddedText> texts) {
    List<@Nullable Embedding> embeddings = new ArrayList<>(texts.size());
    texts.forEach(text -> embeddings.add(text.embedding()));
    return embeddings;
  }
}
