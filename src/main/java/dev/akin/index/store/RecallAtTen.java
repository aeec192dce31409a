package dev.akin.index.store;

/// How many of the ten nearest papers the graph search finds.
///
/// @param share the share of papers that a random filter kept, above 0 to 1
/// @param queries how many papers were searched for
/// @param recall the share of the ten nearest that were found, 0 to 1
/// @param medianMillis the median time of one graph search, in milliseconds
public record RecallAtTen(double share, int queries, double recall, double medianMillis) {}
