package dev.akin.report.topic;

/// A topic beside another.
///
/// @param id of it
/// @param share of what binds the other one to topics beside itself, 0 to 1
record TopicNeighbor(int id, double share) {}
