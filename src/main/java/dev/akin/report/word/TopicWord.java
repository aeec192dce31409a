package dev.akin.report.word;

/// A word or phrase that sets a topic apart.
///
/// @param text as papers write it most often
/// @param weight how much it sets the topic apart, 1 for the topic's best
/// @param share of the topic's papers that have it, 0 to 1
///
/// @hidden public for its own room only
public record TopicWord(String text, double weight, double share) {}
