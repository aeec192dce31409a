package dev.akin.spark;

import dev.akin.paper.Paper;
import dev.akin.read.PaperOrigin;
import dev.akin.read.Problem;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/// What of a record travels to its shard: the text of a paper, or why the record was skipped.
///
/// @param problem absent for a paper
record ShardRecord(
    String id,
    String title,
    String abstractText,
    String file,
    long line,
    long byteOffset,
    @Nullable String problem)
    implements Serializable {
  static ShardRecord of(Paper paper, PaperOrigin origin) {
    return new ShardRecord(
        paper.id().value(),
        paper.title(),
        paper.abstractText(),
        origin.file(),
        origin.line(),
        origin.byteOffset(),
        null);
  }

  static ShardRecord of(Problem problem) {
    return new ShardRecord(
        "", "", "", problem.file(), problem.line(), problem.byteOffset(), problem.what());
  }

  Paper paper() {
    return Paper.of(id, title, abstractText);
  }

  PaperOrigin origin() {
    return new PaperOrigin(file, line, byteOffset);
  }
}
