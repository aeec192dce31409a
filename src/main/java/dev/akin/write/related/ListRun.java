package dev.akin.write.related;

import dev.akin.base.FolderTree;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The folder of one run, `changes-0001`, `changes-0002` and so on. While the run goes on it is
/// `.changes-0002.part`, and its journal says after each batch how many papers are done and how
/// long the files were then. A run that was killed is cut back to that and goes on, if the index
/// and the options are still the same; otherwise it is begun again.
final class ListRun implements AutoCloseable {
  private static final String NAME = "changes-";
  private static final String PART = ".part";
  private static final String SOURCE = "source.json";
  private static final String JOURNAL = "journal.tsv";
  private static final String SUMMARY = "summary.json";

  /// How far a run is.
  ///
  /// @param papers how many are done
  /// @param changed how many lists are new or changed
  /// @param deleted how many papers are gone
  record Progress(int papers, int changed, int deleted) {}

  private final Path folder;
  private final Path part;
  private final AppendedFile lines;
  private final AppendedFile state;
  private final BufferedWriter journal;
  private Progress progress;

  private ListRun(Path folder, Path part, long[] last) throws IOException {
    this.folder = folder;
    this.part = part;
    this.progress = new Progress((int) last[0], (int) last[1], (int) last[2]);
    this.lines = AppendedFile.at(part.resolve(RelatedLists.LINES), last[3]);
    this.state = AppendedFile.at(part.resolve(ListState.FILE), last[4]);
    this.journal = Files.newBufferedWriter(part.resolve(JOURNAL));
    note();
  }

  /// The newest finished run in a folder; absent if there is none.
  static @Nullable Path newest(Path all) throws IOException {
    List<Path> runs = runs(all);
    return runs.isEmpty() ? null : runs.getLast();
  }

  private static List<Path> runs(Path all) throws IOException {
    try (Stream<Path> entries = Files.list(all)) {
      return entries.filter(entry -> isRun(entry.getFileName().toString())).sorted().toList();
    }
  }

  private static boolean isRun(String name) {
    return name.matches(NAME + "[0-9]{4,}");
  }

  /// Whether a finished run was made from this.
  static boolean isFrom(@Nullable Path run, ObjectNode source) throws IOException {
    return run != null && source.toString().equals(read(run.resolve(SOURCE)));
  }

  private static @Nullable String read(Path file) throws IOException {
    return Files.isRegularFile(file) ? Files.readString(file).strip() : null;
  }

  /// Begins the run after the newest one, or goes on with one that was killed.
  static ListRun open(Path all, ObjectNode source) throws IOException {
    Path newest = newest(all);
    int number =
        newest == null
            ? 1
            : Integer.parseInt(newest.getFileName().toString().substring(NAME.length())) + 1;
    String name = NAME + String.format(Locale.ROOT, "%04d", number);
    Path part = all.resolve("." + name + PART);
    if (!isFrom(part, source)) {
      if (Files.exists(part)) {
        new FolderTree(part).delete();
      }
      Files.createDirectory(part);
      Files.writeString(part.resolve(SOURCE), source + "\n");
    }
    return new ListRun(all.resolve(name), part, lastNote(part.resolve(JOURNAL)));
  }

  /// The last whole line of a journal; zeros if there is none.
  private static long[] lastNote(Path journal) throws IOException {
    long[] last = new long[5];
    if (Files.isRegularFile(journal)) {
      String text = Files.readString(journal);
      text.substring(0, text.lastIndexOf('\n') + 1)
          .lines()
          .reduce((_, next) -> next)
          .ifPresent(
              line -> {
                String[] fields = line.split("\t", -1);
                for (int at = 0; at < last.length; at++) {
                  last[at] = Long.parseLong(fields[at]);
                }
              });
    }
    return last;
  }

  Progress progress() {
    return progress;
  }

  /// Adds the lines of a batch.
  ///
  /// @param reached how far the run is then
  void add(String changed, String states, Progress reached) throws IOException {
    lines.append(changed);
    state.append(states);
    progress = reached;
    note();
  }

  private void note() throws IOException {
    journal.write(
        progress.papers()
            + "\t"
            + progress.changed()
            + "\t"
            + progress.deleted()
            + "\t"
            + lines.force()
            + "\t"
            + state.force()
            + "\n");
    journal.flush();
  }

  /// Finishes the run: its folder gets its name.
  Path finish() throws IOException {
    close();
    BulkFiles.write(part);
    ObjectNode summary =
        JsonMapper.shared()
            .createObjectNode()
            .put("papers", progress.papers())
            .put("changed", progress.changed())
            .put("deleted", progress.deleted());
    Files.writeString(part.resolve(SUMMARY), summary + "\n");
    Files.delete(part.resolve(JOURNAL));
    new FolderTree(part).sync();
    Path before = newest(folder.resolveSibling("."));
    Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
    new FolderTree(folder.resolveSibling(".")).syncNames();
    if (before != null) {
      Files.deleteIfExists(before.resolve(ListState.FILE));
    }
    return folder;
  }

  @Override
  public void close() throws IOException {
    try (lines;
        state) {
      journal.close();
    }
  }
}
