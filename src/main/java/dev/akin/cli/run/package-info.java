/// What several commands do alike: load models, run a job, ask, serve, make the parts of a report.
/// Start with [QueryRunner] and [RunningJob].
@NullMarked
package dev.akin.cli.run;

import org.jspecify.annotations.NullMarked;
