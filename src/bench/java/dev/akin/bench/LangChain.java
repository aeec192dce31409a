package dev.akin.bench;

import static java.util.Objects.requireNonNull;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.onnx.allminilml6v2.AllMiniLmL6V2EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.util.List;

/// langchain4j's embedding model in this process, on as many threads as it takes by itself.
///
/// It would cut a text into parts of 510 tokens and average them, but its tokenizer has cut the
/// text before: at 128 tokens, as tokenizer.json says.
final class LangChain {
  /// Of a text, its first and last mark among them.
  static final int MAX_TOKENS = 128;

  private static final int MARKS = 2;

  private final AllMiniLmL6V2EmbeddingModel model = new AllMiniLmL6V2EmbeddingModel();

  /// Counts the tokens that it says it has read.
  Turn embed(List<String> texts) {
    List<TextSegment> segments = texts.stream().map(TextSegment::from).toList();
    long start = System.nanoTime();
    Response<List<Embedding>> response = model.embedAll(segments);
    long tokens =
        requireNonNull(response.tokenUsage()).inputTokenCount() + (long) MARKS * texts.size();
    return Turn.since(start, tokens, response.content().stream().map(Embedding::vector).toList());
  }
}
