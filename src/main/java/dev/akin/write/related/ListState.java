package dev.akin.write.related;

import dev.akin.paper.PaperId;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The papers of an earlier run with the digests of their lists, in the order of ids as UTF-8: the
/// lines of `state.tsv`, digest, tab, id. It is read once, from its start to its end; close it.
final class ListState implements AutoCloseable {
  static final String FILE = "state.tsv";

  private final @Nullable BufferedReader lines;
  private @Nullable Entry next;

  /// A paper with the digest of its list.
  record Entry(String digest, String id) {
    String line() {
      return digest + "\t" + id + "\n";
    }

    /// Whether it stands before a paper.
    boolean isBefore(String other) {
      return PaperId.isBefore(id, other);
    }
  }

  private ListState(@Nullable BufferedReader lines) throws IOException {
    this.lines = lines;
    advance();
  }

  /// Opens the state of a run.
  ///
  /// @param folder of the run; absent if there was none
  static ListState of(@Nullable Path folder) throws IOException {
    return new ListState(folder == null ? null : Files.newBufferedReader(folder.resolve(FILE)));
  }

  /// The next paper; absent at the end.
  @Nullable Entry peek() {
    return next;
  }

  /// Goes on to the paper after it.
  void advance() throws IOException {
    String line = lines == null ? null : lines.readLine();
    int tab = line == null ? -1 : line.indexOf('\t');
    next = line == null ? null : new Entry(line.substring(0, tab), line.substring(tab + 1));
  }

  /// Goes on behind a paper.
  void skipTo(String id) throws IOException {
    while (next != null && (next.isBefore(id) || next.id().equals(id))) {
      advance();
    }
  }

  @Override
  public void close() throws IOException {
    if (lines != null) {
      lines.close();
    }
  }
}
