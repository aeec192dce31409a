package dev.akin.job;

import dev.akin.harvest.HarvestRequest;

/// What a job does with one server.
///
/// @param request what to ask for
/// @param name of the source; empty to name it by the server's host
/// @param access which papers are taken
/// @param reconcile what happens to papers of this source that the server no longer has. That they
///   are too many is then said of the papers of the source
public record HarvestOrder(
    HarvestRequest request, String name, AccessWanted access, JobOptions.Prune reconcile) {
  /// Which papers are taken.
  public enum AccessWanted {
    ANY,
    /// Only those that everyone may read today; others are removed.
    OPEN
  }
}
