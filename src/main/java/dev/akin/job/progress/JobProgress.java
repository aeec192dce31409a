package dev.akin.job.progress;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How far a job is.
///
/// @param read records found so far
/// @param refused of these, skipped so far
/// @param embedded texts embedded so far
/// @param tokens tokens embedded so far
/// @param share of the input that is done, 0 up to but not including 1: what is read and not yet
///   written does not count; negative if the size of the input is unknown
/// @param left the time until the last paper is written; absent if it cannot be estimated
public record JobProgress(
    long read, long refused, long embedded, long tokens, double share, @Nullable Duration left) {}
