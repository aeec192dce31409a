package dev.akin.recommend.query;

import dev.akin.paper.Paper;
import dev.akin.paper.TitleKey;
import dev.akin.vector.Embedding;
import dev.akin.work.SameWork;
import java.util.List;
import java.util.Set;

/// The works that a reader already has, in any version.
///
/// @param numbers the works that the index has
/// @param works the works whose text is known
///
/// @hidden public for its own room only
public record OwnWorks(Set<Integer> numbers, List<Work> works) {
  /// Nothing.
  public static final OwnWorks NONE = new OwnWorks(Set.of(), List.of());

  /// @param titleKey of its title
  record Work(Paper paper, Embedding embedding, String titleKey) {}

  /// The works of some papers and examples.
  ///
  /// @param numbers papers of the index
  /// @param examples texts and papers
  public static OwnWorks of(Set<Integer> numbers, List<Resolved> examples) {
    return new OwnWorks(
        numbers,
        examples.stream()
            .filter(example -> !example.embeddings().isEmpty())
            .map(OwnWorks::work)
            .toList());
  }

  private static Work work(Resolved example) {
    Paper paper = example.paper();
    return new Work(paper, example.embeddings().getFirst(), TitleKey.of(paper.title()));
  }

  /// Whether a paper of the index is one of them.
  public boolean has(LoadedPapers papers, int number) {
    if (numbers.contains(number)) {
      return true;
    }
    List<Embedding> embeddings = works.isEmpty() ? List.of() : papers.embeddings(number);
    if (embeddings.isEmpty()) {
      return false;
    }
    Paper paper = papers.paper(number);
    String titleKey = TitleKey.of(paper.title());
    return works.stream().anyMatch(work -> isSame(work, paper, titleKey, embeddings.getFirst()));
  }

  private static boolean isSame(Work work, Paper paper, String titleKey, Embedding embedding) {
    double cosine = work.embedding().cosine(embedding);
    return (cosine >= SameWork.MIN_COSINE || work.titleKey().equals(titleKey))
        && SameWork.test(work.paper(), paper, cosine);
  }
}
