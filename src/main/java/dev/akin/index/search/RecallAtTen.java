package dev.akin.index.search;

/// How much of the exact ten nearest papers the graph search finds.
///
/// @param share of the papers that a random filter kept, above 0 to 1
/// @param queries papers that were asked for
/// @param recall 0 to 1
/// @param medianMillis of one search, in this process
public record RecallAtTen(double share, int queries, double recall, double medianMillis) {}
