package dev.akin.bench;

import dev.akin.ProcessorTime;
import dev.akin.index.lucene.LuceneStore;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.paper.Paper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// The time of the processor for the completions of what somebody types: the beginnings of random
/// titles and names of an index, each once, by their length.
///
/// Usage: CompletionBench INDEX [COUNT] [SEED]
final class CompletionBench {
  private static final int[] LENGTHS = {2, 3, 4, 6, 10};
  private static final int COMPLETIONS = 10;

  private CompletionBench() {}

  /// Measures and prints.
  public static void main(String[] arguments) {
    int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 500;
    long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
    try (PaperIndex index = new LuceneStore(Path.of(arguments[0])).open(PaperIndex.Check.NOTHING);
        IndexSnapshot snapshot = index.snapshot()) {
      List<String> typed = typed(snapshot, count, new Random(seed));
      // Once without a clock, for Java's compiler.
      for (int length : LENGTHS) {
        beginnings(typed, length)
            .forEach(start -> snapshot.contents().complete(start, COMPLETIONS));
      }
      System.out.println("letters  beginnings  median ms  95 % ms  longest ms");
      for (int length : LENGTHS) {
        print(length, times(snapshot, beginnings(typed, length)));
      }
    }
  }

  /// Titles and first authors of random papers.
  private static List<String> typed(IndexSnapshot snapshot, int count, Random random) {
    List<Integer> numbers = new ArrayList<>();
    snapshot.inOrder(numbers::add);
    Collections.shuffle(numbers, random);
    List<String> typed = new ArrayList<>();
    for (int number : numbers.subList(0, Math.min(count, numbers.size()))) {
      Paper paper = snapshot.paper(number);
      typed.add(paper.title());
      paper.authors().stream().findFirst().ifPresent(typed::add);
    }
    return typed;
  }

  private static Set<String> beginnings(List<String> typed, int length) {
    Set<String> beginnings = new LinkedHashSet<>();
    typed.stream()
        .filter(text -> text.length() >= length)
        .forEach(text -> beginnings.add(text.substring(0, length)));
    return beginnings;
  }

  private static List<Double> times(IndexSnapshot snapshot, Set<String> beginnings) {
    return beginnings.stream()
        .map(start -> ProcessorTime.millis(() -> snapshot.contents().complete(start, COMPLETIONS)))
        .sorted()
        .toList();
  }

  private static void print(int length, List<Double> sorted) {
    System.out.printf(
        "%7d %11d %10.2f %8.2f %11.2f%n",
        length,
        sorted.size(),
        sorted.get(sorted.size() / 2),
        sorted.get(sorted.size() * 95 / 100),
        sorted.getLast());
  }
}
