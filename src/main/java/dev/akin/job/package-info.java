/// The batch embedding job: read, embed, index, and go on where it was stopped. Start with
/// [IndexJob].
@NullMarked
package dev.akin.job;

import org.jspecify.annotations.NullMarked;
