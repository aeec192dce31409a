/// A source to its records: bytes, lines, gzip, and what is wrong with them. Start with
/// [LineReader].
///
/// A [Refusal] is about one record, and the next one can be read; a [ReadException] is about the
/// whole source. Knows no format.
@NullMarked
package dev.akin.read.record;

import org.jspecify.annotations.NullMarked;
