package dev.akin.serve.monitor;

import java.time.Duration;
import java.time.Instant;

/// A request and what became of it. What people look for is not in it: no query, no body, no key.
///
/// @param at when its first byte came
/// @param client the address it came from, or the one that a trusted proxy names
/// @param method such as `GET`; as the client wrote it, so of any form
/// @param path without the query; as the client wrote it
/// @param route what answered, such as `/v1/papers/{id}`; `other` if nothing did
/// @param status of the answer
/// @param sizeBytes of the answer's body
/// @param took until the last byte of the answer was handed to the system
/// @param agent what the client calls itself, if it does; as it wrote it
public record AccessLogEntry(
    Instant at,
    String client,
    String method,
    String path,
    String route,
    int status,
    long sizeBytes,
    Duration took,
    String agent) {}
