package dev.akin.report.judge;

import dev.akin.index.store.IndexSnapshot;
import dev.akin.recommend.Recommender;
import dev.akin.recommend.query.RecommendOptions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Puts the first five related papers of akin beside those of another system, for people to judge.
/// The same snapshot, lists and seed give the same page.
public final class ListComparison {
  /// How many papers of each list are shown.
  static final int LENGTH = 5;

  private final IndexSnapshot snapshot;
  private final Recommender recommender;
  private final OtherLists other;
  private final long seed;

  /// A page with what is on it.
  ///
  /// @param html one file that needs nothing else
  /// @param papers how many papers have two lists
  /// @param identical for how many of them both lists are the same, so that they are not shown
  /// @param without how many papers have no list of the other system
  public record Made(String html, int papers, int identical, int without) {}

  /// @param recommender of the snapshot's index
  /// @param seed of the random choice of papers, of their order and of the sides
  public ListComparison(
      IndexSnapshot snapshot, Recommender recommender, OtherLists other, long seed) {
    this.snapshot = snapshot;
    this.recommender = recommender;
    this.other = other;
    this.seed = seed;
  }

  /// Draws papers that have a list of the other system; each has the same chance.
  ///
  /// @param count how many, if there are so many
  /// @return their numbers in the snapshot
  public List<Integer> draw(int count) {
    IntStream.Builder numbers = IntStream.builder();
    snapshot.inOrder(numbers::add);
    List<Integer> shuffled = new ArrayList<>(numbers.build().boxed().toList());
    Collections.shuffle(shuffled, new Random(seed));
    return shuffled.stream().filter(paper -> other.has(snapshot, paper)).limit(count).toList();
  }

  /// Compares the lists of papers.
  ///
  /// @param papers their numbers in the snapshot
  /// @param akin the version of akin
  public Made compare(List<Integer> papers, String akin) {
    List<Integer> asked = papers.stream().distinct().toList();
    List<Integer> listed = asked.stream().filter(paper -> other.has(snapshot, paper)).toList();
    List<ListPair> pairs = new ArrayList<>();
    listed.forEach(paper -> pairs.add(pair(paper)));
    Collections.shuffle(pairs, new Random(seed));
    List<ListPair> shown = pairs.stream().filter(pair -> !pair.isIdentical()).toList();
    int identical = pairs.size() - shown.size();
    String html = new JudgePage(other.name(), shown, identical, seed).html(akin, snapshot.info());
    return new Made(html, pairs.size(), identical, asked.size() - listed.size());
  }

  private ListPair pair(int paper) {
    return new ListPair(
        snapshot.paper(paper),
        LexicalLists.list(recommender, snapshot, paper, RecommendOptions.DEFAULT.withLimit(LENGTH)),
        other.of(snapshot, paper, LENGTH));
  }
}
