package dev.akin.index.word;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.Seed;
import dev.akin.paper.Paper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.store.ByteArrayDataInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WordCountsTest {
  /// The form in a file allows for all numbers.
  @ParameterizedTest
  @MethodSource("dev.akin.Seed#three")
  void areThoseOfTheWords(long seed) {
    Random random = Seed.fixed(seed);
    for (String language : List.of("en", "pt")) {
      String title = text(random, random.nextInt(40), 5);
      String abstractText = text(random, random.nextInt(400), 30);
      Paper paper = Paper.of("p", title, abstractText).inLanguage(language);
      List<String> inTitle = Analyzers.ofText(language, title);
      List<String> inText = new ArrayList<>(inTitle);
      inText.addAll(Analyzers.ofText(language, abstractText));
      Map<Integer, List<Integer>> expected = new HashMap<>();
      for (String word : inText) {
        expected.put(
            WordCounts.number(word),
            List.of(Collections.frequency(inText, word), Collections.frequency(inTitle, word)));
      }
      assertThat(read(WordCounts.of(paper))).isEqualTo(expected);
    }
  }

  private static Map<Integer, List<Integer>> read(byte[] bytes) {
    Map<Integer, List<Integer>> counts = new HashMap<>();
    WordCounts.forEach(
        new ByteArrayDataInput(bytes),
        (word, inText, inTitle) -> assertThat(counts.put(word, List.of(inText, inTitle))).isNull());
    return counts;
  }

  /// @param words how many
  /// @param different how many different words at most
  private static String text(Random random, int words, int different) {
    return IntStream.range(0, words)
        .mapToObj(_ -> "Rede" + (char) ('a' + random.nextInt(different)) + "ção")
        .collect(Collectors.joining(" "));
  }

  @Test
  void takeFiveBytesForAWord() {
    String title = "Counting the rings of old trees";
    String abstractText = "We count rings of oaks and elms, and rings of very old planks of oaks.";
    int different = new HashSet<>(Analyzers.ofText("en", title + " " + abstractText)).size();
    assertThat(different).isEqualTo(9);
    assertThat(WordCounts.of(Paper.of("p", title, abstractText))).hasSize(5 * different);
  }
}
