package dev.akin.recommend.query;

import java.util.List;
import java.util.Set;

/// The works that a reader already has, in any version.
///
/// @param numbers the works that the index has
/// @param works the works whose text is known
///
/// @hidden public for its own room only
public record OwnWorks(Set<Integer> numbers, List<PaperVersion> works) {
  /// Nothing.
  public static final OwnWorks NONE = new OwnWorks(Set.of(), List.of());

  /// The works of some papers and examples.
  ///
  /// @param numbers papers of the index
  /// @param examples texts and papers
  public static OwnWorks of(Set<Integer> numbers, List<Resolved> examples) {
    return new OwnWorks(
        numbers,
        examples.stream()
            .filter(example -> !example.embeddings().isEmpty())
            .map(PaperVersion::of)
            .toList());
  }

  /// Whether a paper of the index is one of them.
  public boolean has(LoadedPapers papers, int number) {
    if (numbers.contains(number)) {
      return true;
    }
    if (works.isEmpty()) {
      return false;
    }
    PaperVersion paper = papers.versions(List.of(number)).getFirst();
    return works.stream().anyMatch(work -> work.isSameWorkAs(paper));
  }
}
