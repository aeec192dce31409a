package dev.akin.embed.token;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import dev.akin.base.AkinException;
import dev.akin.embed.model.EmbedException;
import dev.akin.embed.model.ModelCard;
import dev.akin.embed.model.ModelText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/// Turns texts into token ids. Safe for use by many threads. Close it.
///
/// @hidden public for its own room only
public final class TextTokenizer implements AutoCloseable {
  /// How many characters of a text are read for each token that the model takes. It is several
  /// times as many as in prose, and still so few that a text of megabytes takes no time.
  static final int CHARACTERS_PER_TOKEN = 40;

  /// The tokens of WordPiece and SentencePiece for what is not in their vocabulary.
  private static final Set<String> UNKNOWN = Set.of("[UNK]", "<unk>");

  private final HuggingFaceTokenizer tokenizer;
  private final int maxCharacters;

  private TextTokenizer(HuggingFaceTokenizer tokenizer, int maxTokens) {
    this.tokenizer = tokenizer;
    this.maxCharacters = Math.multiplyExact(maxTokens, CHARACTERS_PER_TOKEN);
  }

  /// Opens a model's tokenizer.
  ///
  /// @param folder with `tokenizer.json`, whose own truncation and padding are overridden
  /// @throws EmbedException if the file is not a tokenizer
  public static TextTokenizer open(Path folder, int maxTokens) {
    HuggingFaceTokenizer.Builder builder =
        HuggingFaceTokenizer.builder()
            .optTokenizerPath(folder.resolve(ModelCard.TOKENIZER))
            .optPadding(false)
            .optTruncation(true)
            .optMaxLength(maxTokens);
    // Otherwise DJL assumes that a model reads at most 512 tokens.
    builder.configure(Map.of("modelMaxLength", maxTokens));
    try {
      return new TextTokenizer(builder.build(), maxTokens);
    } catch (IOException | RuntimeException e) {
      throw new EmbedException(
          AkinException.Kind.CONFIGURATION,
          folder.resolve(ModelCard.TOKENIZER) + ": not a tokenizer: " + EmbedException.reason(e),
          e);
    }
  }

  /// The tokens of a text, and their sentences.
  public TokenizedText tokenize(ModelText text) {
    return tokenize(text, (starts, sentences) -> TextTerms.NONE);
  }

  /// The tokens of a text, their sentences and their terms.
  public TokenizedText tokenizeTerms(ModelText text) {
    return tokenize(text, (starts, sentences) -> TextTerms.of(text, starts, sentences));
  }

  private TokenizedText tokenize(
      ModelText text, BiFunction<int[], TokenGroups, TextTerms> termsOf) {
    boolean cut = text.text().length() > maxCharacters;
    String read = cut ? start(text.text()) : text.text();
    Encoding encoding = tokenizer.encode(read);
    int[] starts = TokenStarts.of(read, encoding.getCharTokenSpans());
    TokenGroups sentences = TokenGroups.of(starts, text.sentences());
    return new TokenizedText(
        encoding.getIds(),
        sentences,
        termsOf.apply(starts, sentences),
        cut || encoding.exceedMaxLength(),
        isForeign(encoding.getTokens()));
  }

  private static boolean isForeign(String[] tokens) {
    long unknown = Arrays.stream(tokens).filter(UNKNOWN::contains).count();
    return unknown * 2 > tokens.length;
  }

  private String start(String text) {
    boolean insidePair = Character.isHighSurrogate(text.charAt(maxCharacters - 1));
    return text.substring(0, insidePair ? maxCharacters - 1 : maxCharacters);
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
