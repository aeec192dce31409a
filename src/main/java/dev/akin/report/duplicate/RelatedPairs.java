package dev.akin.report.duplicate;

import dev.akin.paper.Paper;
import dev.akin.report.corpus.Corpus;
import dev.akin.vector.Cosine;
import dev.akin.work.ComparedPaper;
import dev.akin.work.Evidence;
import dev.akin.work.Relation;
import dev.akin.work.SameWork;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The candidates that [SameWork] accepts.
///
/// @param same pairs that are the same work, most certain first: pairs with an id in common, pairs
///   with equal titles, then by descending cosine
/// @param errata pairs of an erratum and a paper that it corrects, in the order of rows
record RelatedPairs(List<NearDuplicates.Pair> same, List<NearDuplicates.Pair> errata) {
  private static final Comparator<NearDuplicates.Pair> MOST_CERTAIN_FIRST =
      Comparator.comparing((NearDuplicates.Pair pair) -> pair.evidence().sharedNames().isEmpty())
          .thenComparing(pair -> !pair.evidence().equalTitles())
          .thenComparing(
              pair -> Objects.requireNonNullElse(pair.evidence().cosine(), -1.0),
              Comparator.reverseOrder())
          .thenComparingInt(NearDuplicates.Pair::one)
          .thenComparingInt(NearDuplicates.Pair::other);

  /// @param candidates pairs as [DuplicateCandidates] returns them; ascending, so that a paper is
  ///   read once for all of its pairs
  static RelatedPairs of(Corpus corpus, long[] candidates) {
    Papers papers = new Papers(corpus);
    List<NearDuplicates.Pair> same = new ArrayList<>();
    List<NearDuplicates.Pair> errata = new ArrayList<>();
    for (long candidate : candidates) {
      int one = (int) (candidate >>> Integer.SIZE);
      int other = (int) candidate;
      Read some = papers.get(one);
      Read others = papers.get(other);
      Double cosine = cosine(corpus, one, other);
      Relation relation = SameWork.relation(some.compared(), others.compared(), cosine);
      if (relation != null) {
        Evidence evidence = SameWork.evidence(some.paper(), others.paper(), cosine);
        if (relation == Relation.SAME_WORK) {
          same.add(new NearDuplicates.Pair(one, other, evidence));
        } else if (SameWork.correctedKey(some.paper().title()).isEmpty()) {
          errata.add(new NearDuplicates.Pair(other, one, evidence));
        } else {
          errata.add(new NearDuplicates.Pair(one, other, evidence));
        }
      }
    }
    same.sort(MOST_CERTAIN_FIRST);
    return new RelatedPairs(List.copyOf(same), List.copyOf(errata));
  }

  static @Nullable Double cosine(Corpus corpus, int one, int other) {
    float[] some = corpus.vector(one);
    float[] others = corpus.vector(other);
    return some == null || others == null ? null : Double.valueOf(Cosine.of(some, others));
  }

  /// A paper that was read.
  private record Read(Paper paper, ComparedPaper compared) {}

  /// Reads papers, and keeps the last ones.
  private static final class Papers {
    private static final int MAX_KEPT = 512;
    private final Corpus corpus;
    private final Map<Integer, Read> kept =
        new LinkedHashMap<>(MAX_KEPT, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<Integer, Read> eldest) {
            return size() > MAX_KEPT;
          }
        };

    Papers(Corpus corpus) {
      this.corpus = corpus;
    }

    Read get(int row) {
      Read known = kept.get(row);
      if (known != null) {
        return known;
      }
      Paper paper = corpus.paper(row);
      Read read = new Read(paper, ComparedPaper.of(paper));
      kept.put(row, read);
      return read;
    }
  }
}
