package dev.akin.embed.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.embed.model.TextSpan;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  @ParameterizedTest(name = "{0} in {1}")
  @CsvSource(
      quoteCharacter = '"',
      nullValues = "none",
      value = {
        "h, We (the few) cut., the",
        "W, We, We",
        "(, We (the few) cut., none",
        ".,  cut., none",
        "b, of graph-based methods, graph-based",
        "-, of graph-based methods, graph-based",
        "h, of graph - and cuts, graph",
        "-, of graph- and cuts, none",
        "g, of -graph--cuts, graph",
        "t, we don't, don't",
        "o, we don’t, don’t",
        "s, the nodes', nodes",
        "2, BERT2vec, BERT2vec",
        "1, 3.14, 14",
        "é, Poincaré's, Poincaré's",
        "𝒢, the 𝒢raphs😀, 𝒢raphs",
        "h, the 𝒢raphs😀, the",
        "r, the 𝒢raphs😀, 𝒢raphs",
        "😀, the 𝒢raphs😀, none",
        "文, 中文。, 中文",
      })
  void aWordIsARunOfLettersAndDigits(String at, String text, String word) {
    TextSpan found = Words.around(text, new TextSpan(0, text.length()), text.indexOf(at));
    assertThat(text.substring(found.from(), found.to())).isEqualTo(word == null ? "" : word);
  }

  @ParameterizedTest
  @CsvSource({"e\u0301t, 0, e\u0301t", "e\u0301t, 1, e\u0301t"})
  void combiningMarksBelongToIt(String text, int at, String word) {
    TextSpan found = Words.around(text, new TextSpan(0, text.length()), at);
    assertThat(text.substring(found.from(), found.to())).isEqualTo(word);
  }

  @ParameterizedTest
  @CsvSource({"2, 4", "5, 7", "0, 8"})
  void endsWhereItsPartEnds(int from, int to) {
    // The parts "cd" and "fg" of what is one word with its neighbors, and that word.
    assertThat(Words.around("abcd-fgh", new TextSpan(from, to), (from + to) / 2))
        .isEqualTo(new TextSpan(from, to));
  }
}
