/// Cuts a source into records, whatever its format: bytes, lines, gzip, and what can be wrong with
/// them. Start with [LineReader].
///
/// A [BadRecordException] is about one record, and the next one can be read. A [BadSourceException]
/// ends the source, and becomes a [ReadException] with the source's name.
@NullMarked
package dev.akin.read.record;

import org.jspecify.annotations.NullMarked;
