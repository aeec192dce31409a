package dev.akin.job;

import dev.akin.paper.Paper;
import dev.akin.read.Problem;

/// A record that waits for the end of the input.
///
/// @param origin what to say if it has to be refused
/// @param counted as what its id is counted
record Conflict(Paper paper, Problem origin, Counted counted) {
  /// Whether its record is counted only when it is settled.
  boolean isOpen() {
    return counted != Counted.BEFORE;
  }
}
