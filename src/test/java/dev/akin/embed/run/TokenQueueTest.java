package dev.akin.embed.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.akin.base.AkinException;
import dev.akin.embed.model.EmbedException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TokenQueueTest {
  private static final long SECOND = 1_000_000_000;

  @Test
  void holdsTheWorkOfItsPatience() {
    TokenQueue queue = new TokenQueue(Duration.ofSeconds(2), 3);
    queue.measured(500, SECOND);
    // 500 tokens a second, 3 workers, 2 seconds.
    assertThat(queue.capacity()).isEqualTo(3_000);
    queue.enter(2_000);
    queue.enter(1_000);
    assertThatThrownBy(() -> queue.enter(1))
        .isInstanceOfSatisfying(
            EmbedException.class, e -> assertThat(e.kind()).isEqualTo(AkinException.Kind.BUSY))
        .hasMessageContaining("3,000");
    queue.leave(2_000);
    queue.enter(2_000);
    assertThat(queue.tokens()).isEqualTo(3_000);
  }

  @Test
  void followsTheSpeed() {
    TokenQueue queue = new TokenQueue(Duration.ofSeconds(1), 1);
    queue.measured(1_000, SECOND);
    for (int i = 0; i < 100; i++) {
      queue.measured(200, SECOND);
    }
    assertThat(queue.capacity()).isBetween(199L, 202L);
  }

  @Test
  void takesAnythingWhenItIsEmpty() {
    TokenQueue queue = new TokenQueue(Duration.ofSeconds(1), 1);
    queue.measured(10, SECOND);
    queue.enter(1_000_000);
    assertThatThrownBy(() -> queue.enter(1)).isInstanceOf(EmbedException.class);
  }

  @Test
  void hasNoBoundWithoutPatience() {
    TokenQueue queue = new TokenQueue(null, 1);
    queue.enter(Long.MAX_VALUE / 4);
    queue.enter(Long.MAX_VALUE / 4);
    assertThat(queue.tokens()).isEqualTo(2 * (Long.MAX_VALUE / 4));
  }
}
