package dev.akin.write.list;

import dev.akin.base.AkinException;
import dev.akin.index.store.IndexSnapshot;
import dev.akin.paper.Paper;
import dev.akin.write.json.RecordJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// All papers of an index with all their fields, in the order of ids. Memory does not grow with the
/// index. The same index gives the same bytes.
public record RecordFile(IndexSnapshot snapshot) {
  /// Writes the papers into a file of a folder ([RecordFormat#file]).
  ///
  /// @return number of papers
  /// @throws UncheckedIOException if the file cannot be written
  public int write(Path folder, RecordFormat format) {
    Path file = folder.resolve(format.file());
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      return write(out, format);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be written: " + AkinException.reason(e), e);
    }
  }

  /// Writes the papers; `out` is flushed and not closed.
  ///
  /// @return number of papers
  /// @throws UncheckedIOException if `out` cannot be written
  public int write(Writer out, RecordFormat format) {
    int[] papers = new int[1];
    try {
      out.write(format == RecordFormat.CSL_JSON ? "[" : "");
      snapshot.inOrder(
          paper -> {
            try {
              write(snapshot.paper(paper), papers[0] == 0, out, format);
            } catch (IOException e) {
              throw new UncheckedIOException(AkinException.reason(e), e);
            }
            papers[0]++;
          });
      out.write(format == RecordFormat.CSL_JSON ? "\n]\n" : "");
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("the papers cannot be written: " + AkinException.reason(e), e);
    }
    return papers[0];
  }

  private static void write(Paper paper, boolean isFirst, Writer out, RecordFormat format)
      throws IOException {
    switch (format) {
      case JSONL -> out.write(RecordJson.of(paper) + "\n");
      case CSL_JSON -> out.write((isFirst ? "\n" : ",\n") + CslFile.item(paper));
    }
  }
}
