package dev.akin.index.store;

/// A paper that was found.
///
/// @param paper its number in the snapshot that found it; means nothing in another
/// @param score a cosine, -1 to 1, from `IndexSnapshot.nearest`; a share of BM25, 0 to about 1,
///   from `IndexSnapshot.lexical`
public record Hit(int paper, double score) {}
