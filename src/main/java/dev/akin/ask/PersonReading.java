package dev.akin.ask;

import dev.akin.paper.NamePattern;
import org.jspecify.annotations.Nullable;

/// One way to read words as a person and what else was typed: `vaswani 2017`, `vaswani attention`.
///
/// @param typed the part that is the name, as it was typed
/// @param name the same as a name
/// @param words the other words; may be empty
/// @param years the year that was typed with it; absent if there is none
public record PersonReading(
    String typed, NamePattern name, String words, @Nullable YearRange years) {}
