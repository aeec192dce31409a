package dev.akin.digest.list;

import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A paper of a digest.
///
/// @param versions other papers that are the same work
/// @param near the title of the closest entry of the library; absent if the paper is not there for
///   a library, or the heading names the entry
///
/// @hidden public for its own room only
public record DigestPaper(Paper paper, List<PaperId> versions, @Nullable String near) {
  public DigestPaper {
    versions = List.copyOf(versions);
  }

  /// The ids of the paper and its versions.
  public Stream<String> ids() {
    return Stream.concat(Stream.of(paper.id()), versions.stream()).map(PaperId::value);
  }
}
