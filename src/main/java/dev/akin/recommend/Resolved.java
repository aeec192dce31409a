package dev.akin.recommend;

import dev.akin.paper.Paper;
import dev.akin.vector.Embedding;
import org.jspecify.annotations.Nullable;

/// An example, looked up.
///
/// @param number of the paper in the snapshot; negative if the example is a text
/// @param paper absent if the example is a text
/// @param text its words
/// @param embedding absent if there is no text, or if meaning is not asked for
/// @param truncated whether the end of the text was cut off
record Resolved(
    int number,
    @Nullable Paper paper,
    String text,
    @Nullable Embedding embedding,
    boolean truncated) {}
