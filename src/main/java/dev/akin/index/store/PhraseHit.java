package dev.akin.index.store;

/// A paper that has a phrase.
///
/// @param paper its number in the snapshot that found it; means nothing in another
/// @param place the best place that has the phrase
public record PhraseHit(int paper, PhrasePlace place) {}
