package dev.akin.cli.run;

import dev.akin.cli.option.ZoteroOptions;
import dev.akin.cli.output.Console;
import dev.akin.paper.Paper;
import dev.akin.read.PaperReader;
import dev.akin.read.PaperSource;
import dev.akin.read.Problem;
import dev.akin.read.ReadOptions;
import dev.akin.read.record.ReadException;
import dev.akin.recommend.LibraryQuery;
import dev.akin.write.text.SkippedEntries;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// A reader's library of references.
///
/// @param names of its files, as they were given, or of the program that has it
/// @param entries of all of them; where there are too many, one too many
/// @param skipped those that could not be read
///
/// @hidden public for its own room only
public record LibraryFiles(String names, List<Paper> entries, SkippedEntries skipped) {
  private static final int MAX_ENTRIES = LibraryQuery.MAX_EXAMPLES + 1;

  /// Reads files, and names skipped records on standard error.
  ///
  /// @param files files, folders or `-`
  /// @throws ReadException if one cannot be read
  public static LibraryFiles read(List<String> files, InputStream standardInput, Console console) {
    List<Paper> entries = new ArrayList<>();
    SkippedEntries skipped = new SkippedEntries();
    Consumer<Problem> problems = naming(skipped, console);
    for (PaperSource source : PaperSource.expand(files, standardInput)) {
      try (PaperReader reader = PaperReader.open(source, ReadOptions.DEFAULT, problems)) {
        for (Paper entry = reader.next();
            entry != null && entries.size() < MAX_ENTRIES;
            entry = reader.next()) {
          entries.add(entry);
        }
      }
    }
    return new LibraryFiles(String.join(", ", files), entries, skipped);
  }

  private static Consumer<Problem> naming(SkippedEntries skipped, Console console) {
    return problem -> {
      console.err().println(problem);
      skipped.add(problem.file(), problem.line(), problem.what());
    };
  }

  /// The same with the library of a running Zotero, if one is wanted.
  ///
  /// @throws ReadException if it cannot be read
  /// @throws IllegalArgumentException if its address is not on this machine
  public LibraryFiles with(ZoteroOptions zotero, Console console) {
    if (!zotero.areGiven() || entries.size() >= MAX_ENTRIES) {
      return this;
    }
    List<Paper> all = new ArrayList<>(entries);
    all.addAll(
        zotero
            .library()
            .entries(zotero.collection(), MAX_ENTRIES - entries.size(), naming(skipped, console)));
    String name = zotero.collection() == null ? "Zotero" : "Zotero: " + zotero.collection();
    return new LibraryFiles(
        names.isEmpty() ? name : names + ", " + name,
        all.subList(0, Math.min(all.size(), MAX_ENTRIES)),
        skipped);
  }
}
