package dev.akin.job.progress;

import dev.akin.read.PaperSource;
import dev.akin.read.Problem;
import dev.akin.read.record.ReadException;
import java.nio.charset.Charset;

/// Is told how a job goes on, in the job's thread.
public interface JobListener {
  /// A record was skipped.
  void refused(Problem problem);

  /// A record has the id of an earlier one of this run that is another paper, and replaces it. The
  /// problem names both.
  void replaced(Problem problem);

  /// An input was read to its end in another encoding than UTF-8.
  default void decoded(PaperSource source, Charset encoding) {}

  /// An input could not be read to its end. The job keeps what it read of it, and goes on with the
  /// next input.
  void failed(ReadException failure);

  /// Papers that the input no longer has were not removed, because that did not look safe. The rest
  /// of the job was done.
  void notPruned(String why);

  /// A server was harvested, or could not be; then the failure was told before.
  void harvested(SourceSummary done);

  /// The papers of an index that was made with other models are embedded again first.
  void rebuilding(int papers);

  /// A text has no vector among those that were made before, so the model embeds it.
  default void withoutVector(Problem problem) {}

  /// A vector that was made before belongs to no paper of the input.
  default void withoutPaper(Problem problem) {}

  /// Called after each window of papers, and now and then while unchanged papers are read.
  void progress(JobProgress progress);

  /// Called when the index is open, and after each commit.
  ///
  /// @param done what the index keeps of this run, whatever happens from now on
  void committed(JobSummary done);
}
