package dev.akin.embed.add;

/// One thing that akin found out about a model, or assumed.
///
/// @param what it is about, such as `pooling`
/// @param value what it is
/// @param origin where it stands, or why it was assumed and how to say it
/// @param assumed whether it was assumed
public record Finding(String what, String value, String origin, boolean assumed) {}
