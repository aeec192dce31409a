package dev.akin.embed;

import dev.akin.vector.Embedding;
import org.jspecify.annotations.Nullable;

/// What became of one text.
///
/// @param embedding absent if the model gave no direction: all zeros, or numbers that are not
///   finite
/// @param tokens tokens that the model saw, special ones included
/// @param truncated whether the end of the text was cut off because the model takes no more tokens
public record EmbeddedText(@Nullable Embedding embedding, int tokens, boolean truncated) {}
