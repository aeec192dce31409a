package dev.akin.cli;

import dev.akin.cli.option.IndexLocation;
import dev.akin.cli.output.Console;
import dev.akin.index.IndexSnapshot;
import dev.akin.index.PaperIndex;
import dev.akin.job.Deletion;
import dev.akin.paper.PaperId;
import dev.akin.read.record.ReadException;
import dev.akin.recommend.query.UnknownPaperException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `akin delete`
@Command(
    name = "delete",
    description = {
      "Removes papers for good: their texts and vectors leave the disk, and no feed brings them back,"
          + " until --forget lets it. Without an ID: prints the ids of those that were removed so.",
      "",
      "All or nothing: if one is not in the index, none is removed. Snapshots keep what they have."
    },
    footer = {
      "Examples:",
      "  akin delete 2401.01234 doi:10.1145/3343413 --index my-index",
      "  akin delete --list takedown.txt --index my-index",
      "  akin delete --forget 2401.01234 --index my-index"
    })
final class DeleteCommand implements Runnable {
  private static final int SUGGESTIONS = 3;

  @Parameters(
      paramLabel = "ID",
      arity = "0..*",
      description = "Papers' ids, or other names of them such as doi:10.1145/3.")
  private List<String> ids = List.of();

  @Option(
      names = "--list",
      paramLabel = "FILE",
      description = "A file with an id on each line; - for standard input.")
  private @Nullable Path list;

  @Option(names = "--forget", description = "Let papers come back that were removed.")
  private boolean forget;

  @Mixin private IndexLocation index;

  @Spec private CommandSpec spec;

  private final Console console;

  DeleteCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    Deletion deletion = new Deletion(index.directory());
    if (ids.isEmpty() && list == null) {
      if (forget) {
        throw new ParameterException(spec.commandLine(), "--forget needs an ID or --list");
      }
      deletion.list(console.out()::println);
      return;
    }
    List<String> names = names();
    Set<PaperId> papers = papers(names);
    Deletion.Done done = forget ? deletion.forget(papers) : deletion.delete(papers);
    console
        .out()
        .printf(
            "%,d %s, %,d were so before · build %s, commit %d%n",
            done.changed(),
            forget ? "may come back" : "removed",
            papers.size() - done.changed(),
            done.build(),
            done.commit());
  }

  private List<String> names() {
    List<String> names = new ArrayList<>(ids);
    if (list != null) {
      try (BufferedReader lines = open(list)) {
        lines.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(names::add);
      } catch (NoSuchFileException e) {
        throw ReadException.missing(list.toString(), "no such file");
      } catch (IOException e) {
        throw new UncheckedIOException(list + ": cannot be read: " + e.getMessage(), e);
      }
    }
    return names;
  }

  private static BufferedReader open(Path list) throws IOException {
    return list.toString().equals("-")
        ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
        : Files.newBufferedReader(list);
  }

  /// @throws UnknownPaperException if one is not there, and was not removed before
  private Set<PaperId> papers(List<String> names) {
    try (PaperIndex opened = PaperIndex.open(index.directory(), PaperIndex.Check.NOTHING);
        IndexSnapshot snapshot = opened.snapshot()) {
      Set<PaperId> deleted = new HashSet<>(snapshot.deleted());
      Set<PaperId> papers = new LinkedHashSet<>();
      for (String name : names) {
        papers.add(paper(name, snapshot, deleted));
      }
      return papers;
    }
  }

  private static PaperId paper(String name, IndexSnapshot snapshot, Set<PaperId> deleted) {
    OptionalInt paper = snapshot.find(name);
    if (paper.isPresent()) {
      return snapshot.id(paper.getAsInt());
    }
    return deleted.stream()
        .filter(id -> id.value().equals(name))
        .findFirst()
        .orElseThrow(() -> new UnknownPaperException(name, snapshot.suggest(name, SUGGESTIONS)));
  }
}
