package dev.akin.recommend;

import org.jspecify.annotations.Nullable;

/// A paper that may be recommended, and what speaks for it.
///
/// @param paper its number in the snapshot
/// @param cosine of its text and the query; absent if one of them has no vector
/// @param score what decides its rank
record Candidate(int paper, @Nullable Double cosine, double score) {}
