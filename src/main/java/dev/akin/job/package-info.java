/// The batch embedding job: read, embed, index, and go on where it was stopped. Start with
/// [IndexJob].
///
/// The index is the only memory of a job: what it holds says what is left to do. Prints nothing; a
/// [JobListener] hears how it goes on.
@NullMarked
package dev.akin.job;

import org.jspecify.annotations.NullMarked;
