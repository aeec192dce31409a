package dev.akin.embed;

import dev.akin.vector.TextVectors;
import org.jspecify.annotations.Nullable;

/// What became of one text that several models read.
///
/// @param vectors absent if a model gave no direction
/// @param tokens tokens that the models saw, added up
/// @param truncated whether a model did not see the end of the text
public record EmbeddedTexts(@Nullable TextVectors vectors, int tokens, boolean truncated) {}
