/// Answers, papers and lists of choices as JSON, the same for HTTP and for the command line. Start
/// with [AnswerJson]. A new field of a paper in an answer goes into
/// [PaperFields][dev.akin.write.text.PaperFields], which names it, and [PaperJson], which writes
/// it.
@NullMarked
package dev.akin.write.json;

import org.jspecify.annotations.NullMarked;
