package dev.akin.read.record;

import dev.akin.paper.Paper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The records of one source in one format.
///
/// @hidden public for its own room only
public interface RecordReader {
  /// The next paper, or null at the end.
  ///
  /// @throws Refusal if the record cannot be taken; the one after it can be asked for
  /// @throws IOException if the stream breaks; it stays broken
  @Nullable Paper next() throws Refusal, IOException;

  /// Where the record begins that was taken or refused last.
  Line line();
}
