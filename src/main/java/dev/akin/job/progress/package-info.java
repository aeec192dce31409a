/// How a job goes on and how it ended, for whoever watches it. Start with [JobListener].
@NullMarked
package dev.akin.job.progress;

import org.jspecify.annotations.NullMarked;
