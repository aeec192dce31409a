/// The batch embedding job: reads, embeds and indexes papers, and continues where it was stopped.
/// Start with [IndexJob], then [PaperIntake], which decides what each record means for the index,
/// and [Pipeline], which embeds and writes. [Pruning] removes what the input no longer has, and
/// decides when that is refused; [Deletion] removes papers that a user names.
///
/// The index is the only memory of a job: what it has says what is left to do. The job prints
/// nothing; it tells a [JobListener][dev.akin.job.progress.JobListener] how it goes on.
@NullMarked
package dev.akin.job;

import org.jspecify.annotations.NullMarked;
