package dev.akin.serve.monitor;

import java.time.Duration;
import java.time.Instant;

/// A request and its answer. It does not contain what people search for: no query, no body, no key.
///
/// @param at when its first byte came
/// @param client the address that the request came from, or the one that a trusted proxy names
/// @param method such as `GET`, or `other`
/// @param path without the query, as the client sent it
/// @param route the route that answered, such as `/v1/papers/{id}`; `other` if none did
/// @param status of the answer
/// @param sizeBytes of the answer's body
/// @param took until the last byte of the answer was handed to the system
/// @param agent the header `User-Agent`, as the client sent it; may be empty
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
