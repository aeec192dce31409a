package dev.akin.embed.bench;

import dev.akin.paper.Paper;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The texts that a [GraphBench] embeds.
///
/// @param papers at least one
/// @param middle the paper of median length
/// @param phrase its first twenty words
record BenchTexts(List<Paper> papers, Paper middle, String phrase) {
  private static final int WORDS = 20;

  static BenchTexts of(List<Paper> papers) {
    List<Paper> shortestFirst =
        papers.stream().sorted(Comparator.comparingInt(paper -> text(paper).length())).toList();
    Paper middle = shortestFirst.get(shortestFirst.size() / 2);
    return new BenchTexts(List.copyOf(papers), middle, firstWords(text(middle)));
  }

  private static String text(Paper paper) {
    return paper.title() + " " + paper.abstractText();
  }

  private static String firstWords(String text) {
    return Stream.of(text.strip().split("\\s+")).limit(WORDS).collect(Collectors.joining(" "));
  }
}
