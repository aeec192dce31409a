package dev.akin.recommend;

import dev.akin.paper.Paper;
import org.jspecify.annotations.Nullable;

/// A paper that was recommended.
///
/// @param rank from 1
/// @param cosine of its text and the query, -1 to 1; absent if it has no vector
/// @param score what decided its rank; comparable within one answer only
public record Recommendation(int rank, Paper paper, @Nullable Double cosine, double score) {}
