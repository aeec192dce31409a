package dev.akin.embed.run;

import dev.akin.embed.model.ModelText;
import dev.akin.embed.token.TokenizedText;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a model reads of a text: all of it in one pass, and the title in another one if the model
/// gives it a vector of its own.
///
/// @param title absent if there is one pass only
record TextPasses(TokenizedText whole, @Nullable TokenizedText title) {
  static TextPasses of(ModelText text, Function<ModelText, TokenizedText> tokenize) {
    ModelText title = text.title();
    return new TextPasses(tokenize.apply(text), title == null ? null : tokenize.apply(title));
  }

  /// Each pass, the whole text first.
  List<TokenizedText> all() {
    return title == null ? List.of(whole) : List.of(whole, title);
  }

  /// How many tokens the model reads.
  int tokens() {
    return all().stream().mapToInt(TokenizedText::tokens).sum();
  }
}
