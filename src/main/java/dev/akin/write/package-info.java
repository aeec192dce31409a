/// Answers and papers in the formats that people and programs read. The same code writes for HTTP
/// and for the command line.
///
/// - `write.json`: answers as JSON; start with [AnswerJson][dev.akin.write.json.AnswerJson]
/// - `write.list`: all other formats of a list, see [ListFormat][dev.akin.write.list.ListFormat]
/// - `write.text`: sentences for people, see [Messages][dev.akin.write.text.Messages]
/// - `write.table`, `write.vector`, `write.related`: tables, exports of vectors, and the related
///   papers of every paper
@NullMarked
package dev.akin.write;

import org.jspecify.annotations.NullMarked;
