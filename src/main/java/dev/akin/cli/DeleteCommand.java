package dev.akin.cli;

import dev.akin.base.AkinException;
import dev.akin.base.Printable;
import dev.akin.cli.help.EndsWith;
import dev.akin.cli.help.ExitCode;
import dev.akin.cli.option.IndexLocation;
import dev.akin.cli.option.ResultFormat;
import dev.akin.cli.output.Console;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.index.store.PaperIndex;
import dev.akin.job.Deletion;
import dev.akin.paper.PaperId;
import dev.akin.read.IdList;
import dev.akin.recommend.query.UnknownPaperException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `akin delete`
@Command(
    name = "delete",
    header = "Delete papers, and keep them out; or list the deleted ones.",
    description = {
      "Deletes papers: their texts and vectors leave the disk, and no later run of akin index"
          + " brings them back. Without ids, lists the papers deleted so far.",
      "If one of the papers is not in the index, none is deleted. Existing snapshots are not"
          + " changed."
    },
    footer = {
      "akin delete 2401.01234 doi:10.1145/3343413 --index my-index",
      "akin delete --list merge.csv --index my-index"
    })
@EndsWith({
  ExitCode.OUT_OF_MEMORY,
  ExitCode.NO_INPUT,
  ExitCode.IO,
  ExitCode.TRY_LATER,
  ExitCode.CONFIGURATION
})
final class DeleteCommand implements Runnable {
  private static final int SUGGESTIONS = 3;

  @Parameters(
      paramLabel = "ID",
      arity = "0..*",
      description = "Ids of papers, or other names of them, such as doi:10.1145/3.")
  private List<String> ids = List.of();

  @Option(
      names = "--list",
      paramLabel = "FILE",
      description =
          "File with an id on each line; - for standard input. Of merge.csv, which a report's page"
              + " of duplicates saves, the second column is deleted.")
  private @Nullable Path list;

  @Option(
      names = "--forget",
      description = "Allow deleted papers to come back with the next akin index.")
  private boolean forget;

  @Mixin private ResultFormat format;

  @Mixin private IndexLocation index;

  @Spec private CommandSpec spec;

  private final Console console;

  DeleteCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    Deletion deletion = new Deletion(index.store());
    if (ids.isEmpty() && list == null) {
      if (forget) {
        throw new ParameterException(spec.commandLine(), "--forget needs an ID or --list");
      }
      list(deletion);
      return;
    }
    List<String> names = names();
    Set<PaperId> papers = papers(names);
    Deletion.Done done = forget ? deletion.forget(papers) : deletion.delete(papers);
    int before = papers.size() - done.changed();
    console.out().println(format.isJson() ? json(done, before) : text(done, before));
  }

  private void list(Deletion deletion) {
    if (format.isJson()) {
      ObjectNode node = JsonNodeFactory.instance.objectNode();
      ArrayNode deleted = node.putArray("deleted");
      deletion.list(id -> deleted.add(id.value()));
      console.out().println(node);
    } else {
      deletion.list(console.out()::println);
    }
  }

  /// @param before how many of the papers were so already
  private String text(Deletion.Done done, int before) {
    String what =
        forget
            ? "%s may come back; %s had not been deleted"
            : "%s deleted; %s had been deleted already";
    return what.formatted(Printable.count(done.changed(), "paper"), Printable.count(before))
        + " · build %s, commit %d".formatted(done.build(), done.commit());
  }

  private ObjectNode json(Deletion.Done done, int before) {
    return JsonNodeFactory.instance
        .objectNode()
        .put(forget ? "allowed" : "deleted", done.changed())
        .put(forget ? "notDeleted" : "alreadyDeleted", before)
        .put("build", done.build())
        .put("commit", done.commit());
  }

  private List<String> names() {
    List<String> names = new ArrayList<>(ids);
    if (list != null) {
      names.addAll(isStandardInput(list) ? IdList.of("-", standardInput()) : IdList.read(list));
    }
    return names;
  }

  private static boolean isStandardInput(Path list) {
    return list.toString().equals("-");
  }

  private static String standardInput() {
    try {
      return new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "standard input cannot be read: " + AkinException.reason(e), e);
    }
  }

  /// @throws UnknownPaperException if one is not there, and was not removed before
  private Set<PaperId> papers(List<String> names) {
    try (PaperIndex opened = index.store().open(PaperIndex.Check.NOTHING);
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
