package dev.akin.embed.run;

/// What a term of a text adds to a cosine.
///
/// @param term in lower case
/// @param share in cosine; negative if it speaks against
public record TermShare(String term, double share) {}
