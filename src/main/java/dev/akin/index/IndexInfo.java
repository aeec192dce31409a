package dev.akin.index;

import dev.akin.vector.Space;
import java.time.Instant;

/// What a commit of an index holds.
///
/// @param build the id of the build, an index made with one model
/// @param commit counts the build's commits from 1; never used twice
/// @param space the model whose vectors these are
/// @param papers papers in all
/// @param vectors distinct texts, each with a vector
/// @param titleOnly papers known by their title alone
/// @param withoutText papers with neither title nor abstract, which have no vector
/// @param committedAt when the commit was made
/// @param sizeBytes of its files on disk
public record IndexInfo(
    String build,
    long commit,
    Space space,
    int papers,
    int vectors,
    int titleOnly,
    int withoutText,
    Instant committedAt,
    long sizeBytes) {}
