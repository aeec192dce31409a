package dev.akin.cli;

import dev.akin.cli.output.Console;
import dev.akin.paper.Paper;
import dev.akin.read.PaperReader;
import dev.akin.read.PaperSource;
import dev.akin.read.ReadOptions;
import dev.akin.read.record.ReadException;
import dev.akin.recommend.LibraryQuery;
import dev.akin.write.SkippedEntries;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/// A reader's library of references.
///
/// @param names of its files, as they were given
/// @param entries of all of them; where there are too many, one too many
/// @param skipped those that could not be read
record LibraryFiles(String names, List<Paper> entries, SkippedEntries skipped) {
  private static final int MAX_ENTRIES = LibraryQuery.MAX_EXAMPLES + 1;

  /// Reads files, and names skipped records on standard error.
  ///
  /// @param files files, folders or `-`
  /// @throws ReadException if one cannot be read
  static LibraryFiles read(List<String> files, InputStream standardInput, Console console) {
    List<Paper> entries = new ArrayList<>();
    SkippedEntries skipped = new SkippedEntries();
    for (PaperSource source : PaperSource.expand(files, standardInput)) {
      try (PaperReader reader =
          PaperReader.open(
              source,
              ReadOptions.DEFAULT,
              problem -> {
                console.err().println(problem);
                skipped.add(problem.file(), problem.line(), problem.what());
              })) {
        for (Paper entry = reader.next();
            entry != null && entries.size() < MAX_ENTRIES;
            entry = reader.next()) {
          entries.add(entry);
        }
      }
    }
    return new LibraryFiles(String.join(", ", files), entries, skipped);
  }
}
