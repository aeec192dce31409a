package dev.akin.job;

/// How far a job is.
///
/// @param read records found so far
/// @param refused of these, refused so far
/// @param embedded papers whose text was embedded so far
/// @param tokens tokens embedded so far
/// @param share of the input's bytes that were read, 0 to 1; negative if the input's size is
///   unknown
public record JobProgress(long read, long refused, long embedded, long tokens, double share) {}
