package dev.akin.read.record;

import dev.akin.paper.Paper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Reads the papers of one source in one format, record by record.
///
/// @hidden public for its own room only
public interface RecordReader {
  /// The next paper, or null at the end.
  ///
  /// @throws BadRecordException if the next record has to be skipped; the one after it can be read
  /// @throws IOException if the source cannot be read on; every later call throws it again
  @Nullable Paper next() throws BadRecordException, IOException;

  /// Where the record begins that [#next] returned or skipped last.
  Line line();
}
