package dev.akin.evaluate;

import dev.akin.paper.PaperId;
import dev.akin.recommend.query.Aspect;
import dev.akin.recommend.query.Example;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A query of a test collection.
///
/// @param id its name in the collection
/// @param example to find papers for
/// @param aspect in what the answers are to be alike; absent for everything
/// @param pool the papers to rank, each once, without the paper of the query; absent if the whole
///   corpus is searched
/// @param typed whether somebody types the phrase into the search box, which may read it as
///   something else
public record TestQuery(
    String id,
    Example example,
    @Nullable Aspect aspect,
    @Nullable List<PaperId> pool,
    boolean typed) {
  public TestQuery {
    pool = pool == null ? null : List.copyOf(pool);
  }

  /// A query that names no aspect.
  public TestQuery(String id, Example example, @Nullable List<PaperId> pool) {
    this(id, example, null, pool);
  }

  /// A query that is not typed.
  public TestQuery(
      String id, Example example, @Nullable Aspect aspect, @Nullable List<PaperId> pool) {
    this(id, example, aspect, pool, false);
  }

  /// A phrase that somebody types into the search box.
  static TestQuery typed(String id, String phrase) {
    return new TestQuery(id, new Example.ForPhrase(phrase), null, null, true);
  }

  /// The same with papers to rank; the paper of the query is left out.
  TestQuery withPool(List<PaperId> papers) {
    return new TestQuery(
        id, example, aspect, papers.stream().filter(paper -> !isAbout(paper)).toList(), typed);
  }

  /// Whether it is about that paper, which is then no answer to it.
  boolean isAbout(PaperId paper) {
    return example instanceof Example.LikePaper like && like.name().equals(paper.value());
  }
}
