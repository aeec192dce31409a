package dev.akin.recommend.query;

import dev.akin.paper.Paper;
import dev.akin.vector.Embedding;
import dev.akin.work.ComparedPaper;
import dev.akin.work.SameWork;
import java.util.List;
import java.util.function.Supplier;

/// A paper that may be a version of the same work as another. For one thread.
///
/// @param embeddings of its text, one for each model, and none if it has no text; read only if the
///   title pages do not settle the question
///
/// @hidden public for its own room only
public record PaperVersion(ComparedPaper paper, Supplier<List<Embedding>> embeddings) {
  /// An example of a query.
  static PaperVersion of(Resolved example) {
    Paper paper = example.paper();
    return new PaperVersion(ComparedPaper.of(paper), example::embeddings);
  }

  /// Whether two papers are the same work. Papers without text are the same as none.
  public boolean isSameWorkAs(PaperVersion other) {
    if (!SameWork.mayBe(paper.page(), other.paper.page())) {
      return false;
    }
    List<Embedding> some = embeddings.get();
    List<Embedding> others = other.embeddings.get();
    if (some.isEmpty() || others.isEmpty()) {
      return false;
    }
    double cosine = some.getFirst().cosine(others.getFirst());
    return (cosine >= SameWork.MIN_COSINE || paper.page().hasTitleOf(other.paper.page()))
        && SameWork.test(paper, other.paper, cosine);
  }
}
