package dev.akin.embed;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.nio.file.Path;

/// Texts to token ids. Safe for use by many threads; close it.
final class TextTokenizer implements AutoCloseable {
  /// Characters of a text that are looked at: more than any model's tokens reach, and few enough
  /// that a text of megabytes costs no time.
  static final int MAX_CHARACTERS = 20_000;

  private final HuggingFaceTokenizer tokenizer;

  private TextTokenizer(HuggingFaceTokenizer tokenizer) {
    this.tokenizer = tokenizer;
  }

  /// @param folder with `tokenizer.json`, whose own truncation and padding are overridden
  /// @throws EmbedException if the file is no tokenizer
  static TextTokenizer open(Path folder, int maxTokens) {
    try {
      return new TextTokenizer(
          HuggingFaceTokenizer.builder()
              .optTokenizerPath(folder.resolve(ModelCard.TOKENIZER))
              .optPadding(false)
              .optTruncation(true)
              .optMaxLength(maxTokens)
              .build());
    } catch (IOException | RuntimeException e) {
      throw new EmbedException(
          EmbedException.Kind.DAMAGED,
          folder.resolve(ModelCard.TOKENIZER) + ": not a tokenizer: " + e.getMessage(),
          e);
    }
  }

  TokenizedText tokenize(String text) {
    boolean cut = text.length() > MAX_CHARACTERS;
    Encoding encoding = tokenizer.encode(cut ? start(text) : text);
    return new TokenizedText(encoding.getIds(), cut || encoding.exceedMaxLength());
  }

  private static String start(String text) {
    boolean insidePair = Character.isHighSurrogate(text.charAt(MAX_CHARACTERS - 1));
    return text.substring(0, insidePair ? MAX_CHARACTERS - 1 : MAX_CHARACTERS);
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
