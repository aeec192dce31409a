package dev.akin.index.search;

/// A paper that was found.
///
/// @param paper its number in the snapshot that found it; it means nothing in another
/// @param score how well it fits: a cosine for `IndexSnapshot.nearest`, a share of BM25 for
///   `IndexSnapshot.lexical`
public record Hit(int paper, double score) {}
