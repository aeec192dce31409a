/// Judging akin's lists beside those of another system, blind. Start with [ListComparison], which
/// makes the page that people judge on.
@NullMarked
package dev.akin.report.judge;

import org.jspecify.annotations.NullMarked;
