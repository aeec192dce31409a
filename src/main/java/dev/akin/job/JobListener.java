package dev.akin.job;

import dev.akin.read.Problem;
import dev.akin.read.record.ReadException;

/// Hears how a job goes on, in the job's thread.
public interface JobListener {
  /// A record was refused.
  void refused(Problem problem);

  /// An input could not be read, or not to its end; what was read of it is kept, and the job goes
  /// on with the next.
  void failed(ReadException failure);

  /// Papers that the input no longer has were not removed, because it did not look safe; everything
  /// else was done.
  void notPruned(String why);

  /// The papers of an index that was made with other models are embedded anew first.
  void rebuilding(int papers);

  /// Called after each window of papers, and a few times while unchanged ones go by.
  void progress(JobProgress progress);
}
