package dev.akin.bench.million;

import dev.akin.paper.Paper;
import dev.akin.paper.PaperId;
import dev.akin.read.PaperReader;
import dev.akin.read.PaperSource;
import dev.akin.read.ReadOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The papers with an abstract of `$AKIN_DATA`: about 279,000.
final class RealPapers {
  private static final List<String> FILES =
      List.of("acl-abstracts.jsonl.gz", "arxiv-daily.jsonl.gz", "acmcr-dev/papers.jsonl.gz");

  private RealPapers() {}

  /// Reads a share of them, evenly spread.
  ///
  /// @param share above 0 to 1
  static List<Paper> read(Path data, double share) {
    List<Paper> papers = new ArrayList<>();
    Set<PaperId> ids = new HashSet<>();
    long met = 0;
    for (String file : FILES) {
      try (PaperReader reader =
          PaperReader.open(PaperSource.of(data.resolve(file)), ReadOptions.DEFAULT, _ -> {})) {
        for (Paper paper = reader.next(); paper != null; paper = reader.next()) {
          boolean chosen = (long) (share * (met + 1)) > (long) (share * met);
          met++;
          if (chosen && !paper.abstractText().isBlank() && ids.add(paper.id())) {
            papers.add(paper);
          }
        }
      }
    }
    return papers;
  }
}
