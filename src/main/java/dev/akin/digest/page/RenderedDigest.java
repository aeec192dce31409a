package dev.akin.digest.page;

/// A digest in all its forms.
///
/// @param subject one line without control characters
///
/// @hidden public for its own room only
public record RenderedDigest(
    String subject, String text, String html, String markdown, String json) {}
