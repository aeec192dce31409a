package dev.akin.bench;

import dev.akin.paper.Paper;
import dev.akin.read.PaperReader;
import dev.akin.read.PaperSource;
import dev.akin.read.ReadOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The first papers of a file.
public final class FirstPapers {
  private FirstPapers() {}

  /// Reads them.
  ///
  /// @param count at most
  public static List<Paper> of(Path input, int count) {
    List<Paper> papers = new ArrayList<>();
    try (PaperReader reader =
        PaperReader.open(PaperSource.of(input), ReadOptions.DEFAULT, problem -> {})) {
      for (Paper paper = reader.next();
          paper != null && papers.size() < count;
          paper = reader.next()) {
        papers.add(paper);
      }
    }
    return papers;
  }
}
