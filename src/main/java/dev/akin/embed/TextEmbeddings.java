package dev.akin.embed;

import dev.akin.vector.TextVectors;
import org.jspecify.annotations.Nullable;

/// What became of one text that several models read.
///
/// @param vectors absent if a model gave no direction
/// @param tokens tokens that the models saw, added up
/// @param truncated whether a model did not see the end of the text
/// @param foreign whether most of its tokens mean nothing to a model, as in a script that it does
///   not know
public record TextEmbeddings(
    @Nullable TextVectors vectors, int tokens, boolean truncated, boolean foreign) {}
