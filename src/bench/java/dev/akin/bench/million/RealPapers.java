package dev.akin.bench.million;

import dev.akin.bench.FirstPapers;
import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The papers with an abstract of `$AKIN_DATA`: about 279,000.
final class RealPapers {
  private static final List<Source> SOURCES =
      List.of(
          new Source("acl-abstracts.jsonl.gz", 54_159),
          new Source("arxiv-daily.jsonl.gz", 115_671),
          new Source("acmcr-dev/papers.jsonl.gz", 108_857));

  /// A file.
  ///
  /// @param papers in it
  private record Source(String file, int papers) {}

  private RealPapers() {}

  /// Reads the first papers of each file.
  ///
  /// @param share of its papers, above 0 to 1
  static List<Paper> read(Path data, double share) {
    List<Paper> papers = new ArrayList<>();
    Set<PaperId> ids = new HashSet<>();
    for (Source source : SOURCES) {
      for (Paper paper :
          FirstPapers.of(data.resolve(source.file()), (int) Math.ceil(share * source.papers()))) {
        if (!paper.abstractText().isBlank() && ids.add(paper.id())) {
          papers.add(paper);
        }
      }
    }
    return papers;
  }
}
