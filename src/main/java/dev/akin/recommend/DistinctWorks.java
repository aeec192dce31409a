package dev.akin.recommend;

import dev.akin.index.store.IndexSnapshot;
import dev.akin.recommend.query.LoadedPapers;
import dev.akin.recommend.query.PaperVersion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Works of one version of an index, each of them once, whichever of its versions came first: a
/// preprint, its publication, the same record of another source. For one thread.
public final class DistinctWorks {
  private final LoadedPapers papers;
  private final List<PaperVersion> works;

  /// Starts with some papers.
  ///
  /// @param numbers of the papers in the snapshot
  public DistinctWorks(IndexSnapshot snapshot, Collection<Integer> numbers) {
    this.papers = new LoadedPapers(snapshot);
    this.works = new ArrayList<>(papers.versions(List.copyOf(numbers)));
  }

  /// Adds a paper, unless a version of the same work is there.
  ///
  /// @param number of the paper in the snapshot
  /// @return whether it was added
  public boolean add(int number) {
    PaperVersion paper = papers.versions(List.of(number)).getFirst();
    if (works.stream().anyMatch(paper::isSameWorkAs)) {
      return false;
    }
    works.add(paper);
    return true;
  }
}
