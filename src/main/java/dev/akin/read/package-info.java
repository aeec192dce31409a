/// Reads papers from files. Start with [PaperReader], which reads one source and reports every
/// record that it skips as a [Problem].
///
/// A new format is a constant of [PaperFormat], a `RecordReader` in `read.format`, and a rule in
/// [FormatFinder] that recognizes it.
///
/// - `read.record`: turns a source into UTF-8 and cuts it into records, whatever its format
/// - `read.format`: turns a record of each format into a paper
/// - `read.value`: names, dates, keywords and ids as people write them
/// - `read.markup`: HTML, JATS and MathML to plain text
/// - `read.latex`: LaTeX to plain text
/// - `read.xml`: XML piece by piece
///
/// Opens no connection, embeds nothing, and knows no index.
@NullMarked
package dev.akin.read;

import org.jspecify.annotations.NullMarked;
