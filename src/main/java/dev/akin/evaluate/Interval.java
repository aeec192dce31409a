package dev.akin.evaluate;

/// From `low` to `high`, both within.
public record Interval(double low, double high) {}
