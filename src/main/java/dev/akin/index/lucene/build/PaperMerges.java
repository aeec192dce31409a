package dev.akin.index.lucene.build;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.TieredMergePolicy;
import org.jspecify.annotations.Nullable;

/// Decides which segments are merged. A search visits the graph of each segment, so few are good.
/// But merging all of them every night would write the whole index for a few new papers.
///
/// While papers are written, Lucene's tiers keep the number of segments in bounds. At the end of a
/// job, `IndexWriter.forceMerge` asks for the merges of [#findForcedMerges]:
///
/// - A segment is merged with all smaller ones when these together have three times as many
///   documents. So a paper that is written again lands in a segment at least four times as large,
///   and there are about three segments of each size.
/// - Everything is merged into one only when a fifth of the documents is outside the largest
///   segment, or deleted. With 1,200 papers a night on a million that is one night in about 170.
///
/// What nights of 1,200 papers (200 of them changed) on a million write, as multiples of their own
/// size, in a simulated year: two nights of three 2.0 (when the papers come, and when the segments
/// of the night become one), one in four 5 or more, one in twenty 17 or more; 4.1 on average; and
/// one night everything. The index then has 6 segments on average and at most 12.
///
/// @hidden public for its own room only
public final class PaperMerges extends TieredMergePolicy {
  /// A segment is merged with all smaller ones when these have this many times its documents.
  private static final int MANY = 3;

  /// The largest share of documents outside the largest segment, or deleted, of those not deleted.
  private static final double MAX_SHARE_OUTSIDE = 0.2;

  private static final double MAX_PERCENT_DELETED = 20;

  private record Part(SegmentCommitInfo segment, int documents) {}

  public PaperMerges() {
    setDeletesPctAllowed(MAX_PERCENT_DELETED);
    // Deleted texts must leave the disk in every segment, however few are deleted in it.
    setForceMergeDeletesPctAllowed(0);
    // To make one file of a merged segment would write all of it once more.
    setNoCFSRatio(0);
  }

  /// The merges at the end of a job.
  ///
  /// @param maxSegments ignored
  /// @return absent if no merge is worth its time, or one is running; Lucene asks again after each
  @Override
  public @Nullable MergeSpecification findForcedMerges(
      SegmentInfos segments,
      int maxSegments,
      Map<SegmentCommitInfo, Boolean> asked,
      MergeContext context)
      throws IOException {
    if (!context.getMergingSegments().isEmpty()) {
      return null;
    }
    List<Part> parts = new ArrayList<>();
    int deleted = 0;
    for (SegmentCommitInfo segment : segments) {
      int gone = context.numDeletesToMerge(segment);
      parts.add(new Part(segment, segment.info.maxDoc() - gone));
      deleted += gone;
    }
    parts.sort(Comparator.comparingInt(Part::documents).reversed());
    int kept = kept(parts.stream().mapToInt(Part::documents).toArray(), deleted);
    if (kept == parts.size()) {
      return null;
    }
    MergeSpecification merges = new MergeSpecification();
    merges.add(
        new MergePolicy.OneMerge(
            parts.subList(kept, parts.size()).stream().map(Part::segment).toList()));
    return merges;
  }

  /// How many of the largest segments stay as they are, while all others are merged into one.
  ///
  /// @param documents the number of documents of each segment that are not deleted, largest first
  /// @param deleted the number of deleted documents in all segments
  static int kept(int[] documents, int deleted) {
    long all = 0;
    for (int count : documents) {
      all += count;
    }
    if (documents.length > 0 && all - documents[0] + deleted > MAX_SHARE_OUTSIDE * all) {
      return 0;
    }
    long smaller = all;
    for (int i = 0; i < documents.length - 1; i++) {
      smaller -= documents[i];
      if ((long) MANY * documents[i] <= smaller) {
        return i;
      }
    }
    return documents.length;
  }
}
