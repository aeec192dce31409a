/// The formats: each turns its records into papers. Start with
/// [RecordReader][dev.akin.read.record.RecordReader] and one format, such as [Ris].
///
/// A format decides which field means what; how a name or a date is read is the same for all of
/// them, in `read.value`.
@NullMarked
package dev.akin.read.format;

import org.jspecify.annotations.NullMarked;
