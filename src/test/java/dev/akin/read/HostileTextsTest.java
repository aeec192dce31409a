package dev.akin.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Checks that a text built to slow a parser down takes no longer than another text of its length.
@Tag("slow")
class HostileTextsTest {
  private static final int SIZE_BYTES = 1 << 15;

  /// Reading that takes time in the square of the length takes longer.
  private static final double MAX_MS = 500;

  private double worstMs;
  private String worst = "";
  private int cases;

  @Test
  void takeTimeInProportionToTheirLength() {
    HostileTexts.read(
        SIZE_BYTES,
        (hostile, millis) -> {
          cases++;
          if (millis > worstMs) {
            worstMs = millis;
            worst = hostile.toString();
          }
        });
    System.out.printf(
        "%d hostile texts of %d bytes, worst %.0f ms: %s%n", cases, SIZE_BYTES, worstMs, worst);
    assertThat(cases).isGreaterThan(1_000);
    assertThat(worstMs).as(worst).isLessThan(MAX_MS);
  }
}
