/// Faults that take long to bring about: each starts the job or the service as people start it,
/// hurts it, and says what became of it. Begin with [Faults]. Run by `scripts/faults`.
@NullMarked
package dev.akin.faults;

import org.jspecify.annotations.NullMarked;
