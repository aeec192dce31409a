/// Faults of the batch job and of its index, listed in [JobFaults].
@NullMarked
package dev.akin.faults.job;

import org.jspecify.annotations.NullMarked;
