package dev.akin.harvest;

import dev.akin.paper.Paper;
import dev.akin.read.Problem;

/// A paper and where it came from, so that it can be named if it is refused later.
///
/// @param url of the page
/// @param line of the page where its record begins, from 1
/// @param byteOffset of its record's first byte in the page
public record HarvestedPaper(Paper paper, String url, long line, long byteOffset) {
  /// A problem with it, found by whoever used it.
  public Problem problem(String what) {
    return new Problem(url, line, byteOffset, what);
  }
}
