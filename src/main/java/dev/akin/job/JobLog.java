package dev.akin.job;

import dev.akin.job.progress.JobListener;
import dev.akin.job.progress.JobProgress;
import dev.akin.job.progress.JobSummary;
import dev.akin.job.progress.SourceSummary;
import dev.akin.read.PaperSource;
import dev.akin.read.Problem;
import dev.akin.read.record.ReadException;
import java.nio.charset.Charset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Logs how a job goes on: skipped records and failures as warnings, commits as information.
final class JobLog implements JobListener {
  private static final Logger LOG = LoggerFactory.getLogger(IndexJob.class);

  @Override
  public void refused(Problem problem) {
    LOG.warn("Skipped: {}", problem);
  }

  @Override
  public void replaced(Problem problem) {
    LOG.warn("Replaced: {}", problem);
  }

  @Override
  public void decoded(PaperSource source, Charset encoding) {
    LOG.info("{} is in {}.", source.name(), encoding);
  }

  @Override
  public void failed(ReadException failure) {
    LOG.warn("An input was not read to its end.", failure);
  }

  @Override
  public void notPruned(String why) {
    LOG.warn("Nothing was removed: {}", why);
  }

  @Override
  public void harvested(SourceSummary done) {
    LOG.info("Harvested: {}", done);
  }

  @Override
  public void rebuilding(int papers) {
    LOG.info("{} papers are embedded again, with other models.", papers);
  }

  @Override
  public void progress(JobProgress progress) {
    LOG.debug("{}", progress);
  }

  @Override
  public void committed(JobSummary done) {
    LOG.info("Committed: {}", done);
  }
}
