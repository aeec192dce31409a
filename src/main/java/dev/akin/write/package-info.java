/// Answers and papers in the formats that people and programs read. Start with [AnswerJson] for
/// JSON and with [ListFormat] for all other formats. A new field of a paper in an answer goes into
/// [PaperFields], which names it, and [PaperJson], which writes it. Sentences for people that
/// several rooms show are in [ScoreText], [WhyText] and [NothingFound].
///
/// The same code writes for HTTP and for the command line. Tables are in `write.table`, exports of
/// vectors in `write.vector`.
@NullMarked
package dev.akin.write;

import org.jspecify.annotations.NullMarked;
