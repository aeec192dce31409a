package dev.akin.job;

import dev.akin.embed.Embedders;
import dev.akin.embed.model.Models;
import dev.akin.exchange.VectorParts;
import dev.akin.job.progress.EmbedSummary;
import dev.akin.job.progress.JobListener;
import dev.akin.job.progress.JobProgress;
import dev.akin.read.PaperSource;
import dev.akin.read.ReadOptions;
import dev.akin.read.record.ReadException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Embeds the papers of its inputs into files, without an index. The files are the only checkpoint:
/// after a crash the same job continues after the last finished one.
///
/// While the model works, this thread takes in what another thread has read. For one run, by one
/// thread; [#stop] may be called by another.
public final class EmbedJob {
  private static final int RECORDS_PER_PROGRESS = 100;
  private static final double MAX_SHARE = 0.999;
  private static final double MIN_SHARE = 0.002;

  private final ShardEmbedding texts;
  private final ReadOptions options;
  private final JobListener listener;
  private long taken;
  private long beganNanos;
  private double beganShare;
  private volatile boolean stopped;

  /// @param models exactly one
  /// @param embedders of `models`; asked for only when a text has to be embedded
  /// @throws IllegalArgumentException if there are several models
  public EmbedJob(
      VectorParts parts,
      Models models,
      Supplier<Embedders> embedders,
      ReadOptions options,
      JobListener listener) {
    if (models.folders().size() > 1) {
      throw new IllegalArgumentException(
          "the files have the vectors of one model: " + models.names());
    }
    this.texts = new ShardEmbedding(parts, models, embedders, listener::refused, () -> stopped);
    this.options = options;
    this.listener = listener;
  }

  /// Runs the job to its end.
  ///
  /// @throws dev.akin.exchange.VectorException if a file cannot be written; finished files are safe
  /// @throws dev.akin.embed.model.EmbedException if the model cannot be used
  public EmbedSummary run(List<PaperSource> sources) {
    InputPosition position = new InputPosition(sources);
    for (PaperSource source : sources) {
      if (!stopped) {
        read(source, position);
      }
    }
    return texts.finish();
  }

  private void read(PaperSource source, InputPosition position) {
    try (ReadAhead ahead = new ReadAhead(source, options, _ -> {})) {
      for (ReadAhead.Item item = ahead.next(() -> stopped);
          item != null;
          item = ahead.next(() -> stopped)) {
        take(item, position);
      }
      position.finished(source);
      if (!ahead.encoding().equals(StandardCharsets.UTF_8)) {
        listener.decoded(source, ahead.encoding());
      }
    } catch (ReadException e) {
      listener.failed(e);
    }
  }

  private void take(ReadAhead.Item item, InputPosition position) {
    switch (item) {
      case ReadAhead.Item.Found found -> {
        texts.add(found.paper(), found.origin());
        progress(position.share(found.positionBytes()));
      }
      case ReadAhead.Item.Refused refused -> texts.refuse(refused.problem());
      default -> throw new IllegalArgumentException("nothing was found: " + item);
    }
  }

  private void progress(double share) {
    if (++taken % RECORDS_PER_PROGRESS != 0) {
      return;
    }
    EmbedSummary now = texts.summary();
    if (beganNanos == 0 && now.tokens() > 0) {
      beganNanos = System.nanoTime();
      beganShare = share;
    }
    listener.progress(
        new JobProgress(
            now.read(),
            now.refused(),
            texts.embedded(),
            now.tokens(),
            Math.min(share, MAX_SHARE),
            left(share)));
  }

  /// The time that is left if the rest of the input is like what was read since the model began.
  private @Nullable Duration left(double share) {
    double passed = share - beganShare;
    return beganNanos == 0 || passed < MIN_SHARE
        ? null
        : Duration.ofNanos(Math.round((System.nanoTime() - beganNanos) * (1 - share) / passed));
  }

  /// Asks the running job to write what it has and end; returns at once.
  public void stop() {
    stopped = true;
  }
}
