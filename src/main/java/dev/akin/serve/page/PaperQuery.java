package dev.akin.serve.page;

import dev.akin.index.store.Filter;
import dev.akin.paper.Paper;
import dev.akin.recommend.query.Aspect;
import dev.akin.recommend.query.Example;
import dev.akin.recommend.query.Query;
import dev.akin.recommend.query.RecommendOptions;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the page of a paper is asked for.
///
/// @param id the paper's id or another name
/// @param more papers that the related ones are to be like, too
/// @param not papers that they are not to be like
/// @param aspect in what they are to be alike; absent for everything
/// @param isNewer whether only newer papers are wanted
/// @param explains whether the page says why they are related
///
/// @hidden public for its own room only
public record PaperQuery(
    String id,
    List<String> more,
    List<String> not,
    @Nullable Aspect aspect,
    boolean isNewer,
    boolean explains) {
  /// The parameters of the page besides its path.
  public static final List<String> PARAMETERS =
      List.of(PaperView.MORE, PaperView.NOT, PaperView.NEWER, PaperView.ASPECT);

  /// Only the paper.
  public static PaperQuery of(String id) {
    return new PaperQuery(id, List.of(), List.of(), null, false, false);
  }

  /// @throws IllegalArgumentException if there are too many examples
  Query query() {
    return Query.of(
        Stream.concat(Stream.of(id), more.stream()).<Example>map(Example.LikePaper::new).toList(),
        not.stream().<Example>map(Example.LikePaper::new).toList());
  }

  /// @param paper with this id
  RecommendOptions options(Paper paper) {
    Filter filter =
        isNewer && paper.date() != null
            ? new Filter(paper.date(), null, List.of(), List.of(), List.of())
            : Filter.NONE;
    RecommendOptions options = RecommendOptions.DEFAULT.withFilter(filter).withAspect(aspect);
    return explains ? options.withExplanation() : options;
  }
}
