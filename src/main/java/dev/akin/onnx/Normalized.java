package dev.akin.onnx;

/// A normalization that was found in a graph, and the value that it takes.
record Normalized(Encoder.Normalization normalization, String input) {}
