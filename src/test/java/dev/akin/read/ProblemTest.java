package dev.akin.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemTest {
  @Test
  void isOneLineThatATerminalDoesNotActOn() {
    Problem problem = new Problem("f.jsonl", 3, 40, "found \"\u001B[2J\n\u202Eb\ud800\" é");
    assertThat(problem).hasToString("f.jsonl:3: found \"\\u001B[2J\\u000A\\u202Eb\\uD800\" é");
  }

  @Test
  void isCutBetweenCharacters() {
    String what = new Problem("f", 1, 0, "x".repeat(399) + "𝛼".repeat(9)).what();
    assertThat(what).isEqualTo("x".repeat(399) + "…");
  }
}
