package dev.akin.index.word;

/// The BM25 of words in the papers of one snapshot.
///
/// @param texts in title and abstract
/// @param titles in titles; if no paper has a title, no word counts there
///
/// @hidden public for its own room only
public record WordFormula(Bm25 texts, Bm25 titles) {}
