package dev.akin.embed.token;

import ai.djl.huggingface.tokenizers.jni.CharSpan;
import org.jspecify.annotations.Nullable;

/// Where the tokens of a text start in it.
final class TokenStarts {
  static final int NOT_IN_TEXT = -1;

  private TokenStarts() {}

  /// Turns the spans of the tokenizer, which count code points, into UTF-16 offsets. Some
  /// tokenizers add the space before a token to it; the token starts after this space.
  ///
  /// @param spans null for a special token
  /// @return an offset for each token; [#NOT_IN_TEXT] for special tokens and for white space
  static int[] of(String text, @Nullable CharSpan[] spans) {
    int[] starts = new int[spans.length];
    int codePoint = 0;
    int offset = 0;
    for (int token = 0; token < starts.length; token++) {
      CharSpan span = spans[token];
      starts[token] = NOT_IN_TEXT;
      if (span != null && span.getStart() < span.getEnd()) {
        offset = move(text, offset, span.getStart() - codePoint);
        codePoint = span.getStart();
        starts[token] = afterSpace(text, offset, span.getEnd() - span.getStart());
      }
    }
    return starts;
  }

  // The tokenizer counts half of a surrogate pair as several characters.
  private static int move(String text, int offset, int codePoints) {
    int moved = offset;
    for (int left = codePoints; left > 0 && moved < text.length(); left--) {
      moved += Character.charCount(text.codePointAt(moved));
    }
    for (int left = codePoints; left < 0 && moved > 0; left++) {
      moved -= Character.charCount(text.codePointBefore(moved));
    }
    return moved;
  }

  private static int afterSpace(String text, int offset, int codePoints) {
    int start = offset;
    for (int left = codePoints; left > 0 && start < text.length(); left--) {
      int character = text.codePointAt(start);
      if (!Character.isWhitespace(character)) {
        return start;
      }
      start += Character.charCount(character);
    }
    return NOT_IN_TEXT;
  }
}
