package dev.akin.embed;

import dev.akin.vector.TextVectors;
import org.jspecify.annotations.Nullable;

/// One text, embedded by the models of an index.
///
/// @param vectors absent if a model returned no direction
/// @param tokens how many tokens all models together have read
/// @param truncated whether a model has not read the end of the text
/// @param foreign whether a model does not know most of the tokens, for instance those of a script
///   that it has not learned
public record TextEmbeddings(
    @Nullable TextVectors vectors, int tokens, boolean truncated, boolean foreign) {}
