/// Papers that are the same work, with the evidence. Start with [NearDuplicates].
@NullMarked
package dev.akin.report.duplicate;

import org.jspecify.annotations.NullMarked;
