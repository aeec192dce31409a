package dev.akin.report.word;

import static org.assertj.core.api.Assertions.assertThat;

import dev.akin.paper.Paper;
import dev.akin.report.Placed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedWordsTest {
  @TempDir Path folder;

  /// The words that the first two papers have in common.
  private List<String> shared(Paper... papers) {
    List<String> shared = new ArrayList<>();
    Placed.papers(
        folder.resolve("index"),
        List.of(papers),
        placed -> {
          SharedWords words = SharedWords.of(placed.corpus(), placed.corpus().rows().toArray());
          Arrays.stream(words.of(0, 1)).mapToObj(words::name).forEach(shared::add);
        });
    return shared;
  }

  private static Paper paper(String id, String title, String text) {
    return Paper.of(id, title, text);
  }

  @Test
  void areThoseOfTitlesFirst() {
    assertThat(
            shared(
                paper(
                    "a",
                    "Parsing Czech",
                    "In Czech texts we count verbs and nouns, and the verbs of others."),
                paper("b", "The verbs of Czech", "Nouns are parsed."),
                paper("c", "Else", "")))
        .containsExactly("Czech", "verbs", "nouns");
  }

  @Test
  void areTheSameInSingularAndPluralAndInCapitals() {
    assertThat(
            shared(
                paper("a", "Treebanks", "We train BERT on trees of words."),
                paper("b", "A treebank", "A model such as BERT knows tree grammars.")))
        .containsExactly("treebank", "BERT", "tree");
  }

  @Test
  void areNoWordsThatSayNothing() {
    assertThat(
            shared(
                paper("a", "The novel model of it", "We propose results."),
                paper("b", "A novel model for it", "We propose results.")))
        .isEmpty();
  }

  @Test
  void areNoWordsOfManyPapers() {
    Paper[] papers = new Paper[40];
    Arrays.setAll(
        papers,
        i -> paper("p%02d".formatted(i), "Parsing of " + (i < 2 ? "lakes" : "city " + i), ""));
    // "parsing" is in all 40 papers, "lakes" in two; a word may be in five, an eighth of them.
    assertThat(shared(papers)).containsExactly("lakes");
  }
}
