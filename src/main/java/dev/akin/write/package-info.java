/// Answers and papers as people and programs take them. Start with [AnswerJson], and with
/// [ListFormat] for what is not JSON. A new field of an answer goes into [PaperFields] and
/// [PaperJson].
///
/// The same code writes for HTTP and for the command line. Tables and exports of vectors are in
/// `write.table` and `write.vector`.
@NullMarked
package dev.akin.write;

import org.jspecify.annotations.NullMarked;
