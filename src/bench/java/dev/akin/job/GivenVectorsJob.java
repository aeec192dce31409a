package dev.akin.job;

import dev.akin.embed.model.Models;
import dev.akin.index.store.PaperIndexWriter;
import dev.akin.index.store.PaperStatus;
import dev.akin.index.store.TextKey;
import dev.akin.paper.Paper;
import dev.akin.vector.TextVectors;
import java.util.function.Function;

/// Writes papers whose vectors are given, as [Pipeline] writes those that it has embedded: with the
/// same keys, and commits at the same pace. But it takes the languages as known: to identify one
/// takes a millisecond, while the models work on other papers. For benchmarks.
public final class GivenVectorsJob {
  private final PaperIndexWriter writer;
  private final Models models;
  private final TextKeys keys;
  private final CommitPace pace = new CommitPace(JobOptions.DEFAULT.commitShare());
  private long written;
  private int inWindow;
  private int uncommitted;

  /// @param models of the index
  public GivenVectorsJob(PaperIndexWriter writer, Models models) {
    this.writer = writer;
    this.models = models;
    this.keys = new TextKeys(models);
  }

  /// Adds a paper, unless the index has it.
  ///
  /// @param vectors asked for only if the index does not have the text
  public void add(Paper read, Function<Paper, TextVectors> vectors) {
    if (writer.status(read) == PaperStatus.SAME) {
      return;
    }
    Paper paper = read.language() == null ? read.inLanguage("en") : read;
    TextKey key = keys.keyOf(paper);
    if (key != null && !writer.holds(key)) {
      writer.addText(key, vectors.apply(paper));
    }
    writer.upsert(paper, key);
    written++;
    uncommitted++;
    inWindow++;
    if (inWindow == Window.MAX_PAPERS) {
      endWindow();
    }
  }

  private void endWindow() {
    inWindow = 0;
    if (pace.isDue() || uncommitted >= Pipeline.MAX_UNCOMMITTED) {
      pace.spend(writer::commit);
      uncommitted = 0;
    }
  }

  /// Commits what is left, and merges the index.
  public void finish() {
    writer.commit();
    writer.compact(models.floor(), null);
  }

  /// How many papers were written.
  public long written() {
    return written;
  }
}
