package dev.akin.index.word;

import org.jspecify.annotations.Nullable;

/// A text whose words are searched for.
///
/// @param title may be empty; its words count twice
/// @param abstractText may be empty
/// @param language an ISO 639-1 code; absent if unknown: then its words are looked for in each of
///   the languages that the index has most papers in
public record QueryText(String title, String abstractText, @Nullable String language) {}
