/// The formats: each has a [RecordReader][dev.akin.read.record.RecordReader] that turns its records
/// into papers. Start with one of them, such as [Ris]. Those in JSON are in `read.format.json`,
/// tables in `read.format.csv`, BibTeX in `read.format.bibtex`.
///
/// A format decides what each field means. How a name or a date is read is the same for all
/// formats, in `read.value`.
@NullMarked
package dev.akin.read.format;

import org.jspecify.annotations.NullMarked;
