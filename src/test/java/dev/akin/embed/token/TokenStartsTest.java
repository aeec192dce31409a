package dev.akin.embed.token;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.huggingface.tokenizers.jni.CharSpan;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TokenStartsTest {
  @Test
  void countUtf16WhereTheTokenizerCountsCodePoints() {
    // Two units each: 𝒳 at 0, 😀 at 5. Code points: 𝒳 0, a 2, 😀 4, b 5.
    assertThat(TokenStarts.of("𝒳 a 😀b", spans(0, 1, 2, 3, 4, 5, 5, 6)))
        .containsExactly(0, 3, 5, 7);
    assertThat(TokenStarts.of("𝒳 a 😀b", spans(5, 6, 0, 1, 2, 3))).containsExactly(7, 0, 3);
  }

  @Test
  void specialTokensAreNotInTheText() {
    @Nullable CharSpan[] spans = {null, new CharSpan(0, 1), new CharSpan(1, 1), null};
    assertThat(TokenStarts.of("a", spans)).containsExactly(-1, 0, -1, -1);
  }

  @Test
  void areBehindTheSpaceThatATokenizerGivesAToken() {
    // "a", " bc", " "
    assertThat(TokenStarts.of("a bc ", spans(0, 1, 1, 4, 4, 5))).containsExactly(0, 2, -1);
  }

  @Test
  void spansBeyondTheTextAreAtItsEnd() {
    assertThat(TokenStarts.of("a b", spans(0, 1, 2, 3, 7, 8))).containsExactly(0, 2, -1);
  }

  private static CharSpan[] spans(int... ends) {
    CharSpan[] spans = new CharSpan[ends.length / 2];
    Arrays.setAll(spans, i -> new CharSpan(ends[2 * i], ends[2 * i + 1]));
    return spans;
  }
}
