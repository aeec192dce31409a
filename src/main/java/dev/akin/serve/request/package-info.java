/// What a client wants: parameters and JSON bodies to queries. Start with [ParsedQuery] and
/// [OptionsReader].
///
/// Anything unknown or out of range is a `RefusedRequest` that names the field.
@NullMarked
package dev.akin.serve.request;

import org.jspecify.annotations.NullMarked;
