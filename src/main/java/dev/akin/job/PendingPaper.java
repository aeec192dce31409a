package dev.akin.job;

import dev.akin.paper.Paper;
import dev.akin.read.Problem;

/// A record that waits for the end of the input.
///
/// @param origin what to say if it has to be refused
/// @param counted as what its id is counted
record PendingPaper(Paper paper, Problem origin, CountAs counted) {
  /// Whether its record is counted only when it is settled.
  boolean isOpen() {
    return counted != CountAs.BEFORE;
  }
}
