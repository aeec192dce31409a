package dev.akin.embed.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ModelTextTest {
  @Test
  void refusesSentencesThatAreNotInTheText() {
    assertThat(new ModelText("abc", List.of(new TextSpan(0, 3))).sentences()).hasSize(1);
    assertThatThrownBy(() -> new ModelText("abc", List.of(new TextSpan(0, 4))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a sentence to 4 in a text of 3");
    assertThatThrownBy(() -> new TextSpan(-1, 2)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TextSpan(2, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a span cannot be from 2 to 1");
  }
}
