package dev.akin.report;

/// A topic beside another.
///
/// @param id of it
/// @param share of what binds the other topic to all topics, 0 to 1
record TopicNeighbor(int id, double share) {}
