package dev.akin.harvest;

import dev.akin.paper.Paper;
import dev.akin.read.Problem;

/// A paper and where it was found, for messages about it.
///
/// @param url of the page
/// @param line of the page in which its record begins, from 1
/// @param byteOffset of its record's first byte in the page
public record HarvestedPaper(Paper paper, String url, long line, long byteOffset) {
  /// A problem that a caller found with this paper.
  public Problem problem(String what) {
    return new Problem(url, line, byteOffset, what);
  }
}
