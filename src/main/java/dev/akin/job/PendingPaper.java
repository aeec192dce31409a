package dev.akin.job;

import dev.akin.index.store.PaperStatus;
import dev.akin.paper.Paper;
import dev.akin.read.PaperOrigin;
import org.jspecify.annotations.Nullable;

/// A paper that is not yet written.
///
/// @param origin where its record is
/// @param counted as what it is counted when it is written
/// @param status how it compares with what the index has of it; absent if that has to be looked up
///   when the papers before it are written
record PendingPaper(
    Paper paper, PaperOrigin origin, CountAs counted, @Nullable PaperStatus status) {
  /// Whether it is a record of the input that is counted only when it is written.
  boolean isOpen() {
    return counted == CountAs.INDEXED || counted == CountAs.UPDATED;
  }

  /// The same paper in the language that its text is in.
  PendingPaper inLanguage(@Nullable String language) {
    return new PendingPaper(paper.inLanguage(language), origin, counted, status);
  }

  /// The same, compared with what the index has of it now.
  PendingPaper withStatus(@Nullable PaperStatus now) {
    return new PendingPaper(paper, origin, counted, now);
  }
}
