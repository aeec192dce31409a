/// Faults of the batch job: its models, its input and its memory. `Faults` of the package above
/// brings them about.
@NullMarked
package dev.akin.faults.job;

import org.jspecify.annotations.NullMarked;
