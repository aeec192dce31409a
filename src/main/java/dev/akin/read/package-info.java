/// Files to papers. Start with [PaperReader], which reads one source and names every record that it
/// skips as a [Problem].
///
/// A new format is a constant of [PaperFormat], a `RecordReader` in `read.format`, and signs by
/// which [FormatFinder] knows it.
///
/// - `read.record`: cuts a source into records, whatever they hold
/// - `read.format`: a record of each format to a paper
/// - `read.value`: names, dates and ids as people write them
/// - `read.latex`: LaTeX to plain text
/// - `read.xml`: XML piece by piece
///
/// Opens no connection, embeds nothing, and knows no index.
@NullMarked
package dev.akin.read;

import org.jspecify.annotations.NullMarked;
